import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { getFlow } from '../../services/flows/get'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const get = procedure('flow.view')
  .input(z.object({ flowId: Id }))
  .query(async ({ ctx, input }) => unwrap(await getFlow(ctx.prisma, input.flowId)))
