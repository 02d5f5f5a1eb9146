import { z } from 'zod'
import { unwrap } from '../../../problem-error'
import { procedure } from '../../../trpc'
import { ownerOf } from './owner'

/** Calls a number from the page where there is no Asterisk: what would be heard is told in words. */
export const begin = procedure('phone.use')
  .input(z.object({ to: z.string().trim().min(1).max(40) }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.engine.practice.call(ownerOf(ctx), input.to, ctx.actor.name)))
