import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { flowContext } from '../../services/flows/context'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

/** Modules, secrets and sounds that the flow's steps may name. */
export const context = procedure('flow.view')
  .input(z.object({ flowId: Id }))
  .query(async ({ ctx, input }) => unwrap(await flowContext(ctx.prisma, input.flowId)))
