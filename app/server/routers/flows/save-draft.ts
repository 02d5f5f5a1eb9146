import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { saveDraft as save } from '../../services/flows/save-draft'
import { procedure } from '../../trpc'
import { Id, Revision, SentDocument } from '../inputs'

export const saveDraft = procedure('flow.edit')
  .input(z.object({ flowId: Id, document: SentDocument, baseRevision: Revision }))
  .mutation(async ({ ctx, input }) => unwrap(await save(ctx, input)))
