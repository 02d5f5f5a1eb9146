import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { archiveFlow } from '../../services/flows/archive'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const remove = procedure('flow.edit')
  .input(z.object({ flowId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await archiveFlow(ctx, input.flowId)))
