import { z } from 'zod'
import { FlowKind } from '@/engine/flow'
import { unwrap } from '../../problem-error'
import { createFlow } from '../../services/flows/create'
import { procedure } from '../../trpc'
import { Line, SentDocument } from '../inputs'

export const create = procedure('flow.edit')
  .input(z.object({ name: Line(120), kind: FlowKind, document: SentDocument.optional() }))
  .mutation(async ({ ctx, input }) => unwrap(await createFlow(ctx, input)))
