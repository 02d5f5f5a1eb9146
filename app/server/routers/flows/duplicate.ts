import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { duplicateFlow } from '../../services/flows/duplicate'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const duplicate = procedure('flow.edit')
  .input(z.object({ flowId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await duplicateFlow(ctx, input.flowId)))
