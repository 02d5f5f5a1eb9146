import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { goLive as change } from '../../services/flows/go-live'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

/** Roll back, or forward again. */
export const goLive = procedure('flow.publish')
  .input(z.object({ flowId: Id, versionId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await change(ctx, input.flowId, input.versionId)))
