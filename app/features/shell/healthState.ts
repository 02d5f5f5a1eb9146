import type { Outputs } from '@/app/features/shared/trpc'
import type { Tone } from '@/app/ui/feedback/StatusBadge'

type Health = Outputs['system']['health']
type Key = 'ready' | 'noTelephony' | 'telephonyDown' | 'engineDown' | 'databaseDown' | 'unreachable'

/** The one thing to say about the installation: the first that keeps calls from coming in. */
export function healthState(health: Health | undefined): { key: Key; tone: Tone } {
  if (!health) return { key: 'unreachable', tone: 'bad' }
  if (health.database !== 'up') return { key: 'databaseDown', tone: 'bad' }
  if (health.engine !== 'up') return { key: 'engineDown', tone: 'bad' }
  if (health.telephony.state === 'none') return { key: 'noTelephony', tone: 'warn' }
  if (health.telephony.state === 'down') return { key: 'telephonyDown', tone: 'bad' }
  return { key: 'ready', tone: 'ok' }
}
