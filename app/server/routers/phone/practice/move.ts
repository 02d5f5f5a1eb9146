import { z } from 'zod'
import { PracticeMove } from '@/engine/control/protocol'
import { unwrap } from '../../../problem-error'
import { procedure } from '../../../trpc'
import { ownerOf } from './owner'

/** Presses keys, hangs up, or acts for the party that the flow calls. */
export const move = procedure('phone.use')
  .input(z.object({ callId: z.string().max(80), move: PracticeMove }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.engine.practice.move(ownerOf(ctx), input.callId, input.move)))
