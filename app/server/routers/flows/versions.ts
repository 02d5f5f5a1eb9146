import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { listVersions } from '../../services/flows/versions'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const versions = procedure('flow.view')
  .input(z.object({ flowId: Id }))
  .query(async ({ ctx, input }) => unwrap(await listVersions(ctx.prisma, input.flowId)))
