import { z } from 'zod'
import { ProblemError } from '../../problem-error'
import { publishFlow } from '../../services/flows/publish'
import { procedure } from '../../trpc'
import { Id, Revision } from '../inputs'

export const publish = procedure('flow.publish')
  .input(z.object({ flowId: Id, revision: Revision, note: z.string().trim().max(2000) }))
  .mutation(async ({ ctx, input }) => {
    const published = await publishFlow(ctx, input)
    if (!published.ok) throw new ProblemError(published.error, published.diagnostics)
    return published.value
  })
