import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { restoreDraft as restore } from '../../services/flows/restore-draft'
import { procedure } from '../../trpc'
import { Id, Revision } from '../inputs'

export const restoreDraft = procedure('flow.edit')
  .input(z.object({ flowId: Id, versionId: Id, baseRevision: Revision }))
  .mutation(async ({ ctx, input }) => unwrap(await restore(ctx, input)))
