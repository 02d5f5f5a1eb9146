import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { hangUp } from '../../services/calls/hangup'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const hangup = procedure('call.control')
  .input(z.object({ sessionId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await hangUp(ctx, input.sessionId)))
