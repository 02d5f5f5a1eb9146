import { z } from 'zod'
import { liveCalls } from '../../services/calls/live'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

/** What happens on live calls; begins with where the calls under way are now. */
export const live = procedure('call.view')
  .input(z.object({ flowId: Id.optional() }).optional())
  .subscription(({ ctx, input, signal }) => liveCalls(ctx.engine, input?.flowId, signal ?? new AbortController().signal))
