import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { checkDocument } from '../../services/flows/check'
import { procedure } from '../../trpc'
import { Id, SentDocument } from '../inputs'

/** The same findings as the editor's, against this instance's modules, secrets and sounds. */
export const validate = procedure('flow.view')
  .input(z.object({ document: SentDocument, flowId: Id.optional() }))
  .mutation(async ({ ctx, input }) => unwrap(await checkDocument(ctx.prisma, input.document, input.flowId ?? null)))
