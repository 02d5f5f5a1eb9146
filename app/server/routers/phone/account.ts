import { unwrap } from '../../problem-error'
import { procedure } from '../../trpc'

/** A SIP account for the phone in one's browser, and where its WebSocket is. */
export const account = procedure('phone.use').mutation(async ({ ctx }) => {
  const { id, name } = ctx.actor
  const made = unwrap(await ctx.engine.phone({ userId: id ?? 'machine', displayName: name }))
  return { ...made, wsPath: '/sip' as const }
})
