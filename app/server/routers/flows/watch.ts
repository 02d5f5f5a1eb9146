import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { findFlow } from '../../services/flows/find'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

/** Who else has the flow open, and what they save and publish. */
export const watch = procedure('flow.view')
  .input(z.object({ flowId: Id }))
  .subscription(async function* ({ ctx, input, signal }) {
    unwrap(await findFlow(ctx.prisma, input.flowId))
    const { id, name } = ctx.actor
    yield* ctx.flowEvents.watch(input.flowId, { id: id ?? 'machine', name }, signal ?? new AbortController().signal)
  })
