import { z } from 'zod'
import { unwrap } from '../../../problem-error'
import { procedure } from '../../../trpc'
import { ownerOf } from './owner'

/** How one's practice call is, and what was heard so far. */
export const state = procedure('phone.use')
  .input(z.object({ callId: z.string().max(80) }))
  .query(async ({ ctx, input }) => unwrap(await ctx.engine.practice.state(ownerOf(ctx), input.callId)))
