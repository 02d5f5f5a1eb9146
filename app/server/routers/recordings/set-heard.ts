import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { setHeard as set } from '../../services/recordings/set-heard'
import { procedure } from '../../trpc'

export const setHeard = procedure('call.listen')
  .input(z.object({ recordingId: z.string().min(1).max(200), heard: z.boolean() }))
  .mutation(async ({ ctx, input }) => unwrap(await set(ctx, input.recordingId, input.heard)))
