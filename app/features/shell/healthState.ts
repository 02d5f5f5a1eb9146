import type { Tone } from '@/app/ui/feedback/StatusBadge'
import type { Health } from './heard'

type Key =
  | 'ready'
  | 'degraded'
  | 'noTelephony'
  | 'telephonyDown'
  | 'engineDown'
  | 'databaseDown'
  | 'databaseFull'
  | 'databaseLocked'
  | 'unreachable'

/** The one thing to say about the installation: the first that keeps calls from coming in, then what endangers their traces. */
export function healthState(health: Health | undefined): { key: Key; tone: Tone } {
  if (!health) return { key: 'unreachable', tone: 'bad' }
  if (health.database === 'down') return { key: 'databaseDown', tone: 'bad' }
  if (health.engine === 'down') return { key: 'engineDown', tone: 'bad' }
  if (health.telephony.state === 'none') return { key: 'noTelephony', tone: 'warn' }
  if (health.telephony.state === 'down') return { key: 'telephonyDown', tone: 'bad' }
  if (health.database === 'full') return { key: 'databaseFull', tone: 'bad' }
  if (health.engine === 'degraded') return degraded(health.problem?.code)
  return { key: 'ready', tone: 'ok' }
}

/** Why the engine cannot store what happens in calls. */
function degraded(code: string | undefined): { key: Key; tone: Tone } {
  if (code === 'STORE_FULL') return { key: 'databaseFull', tone: 'bad' }
  if (code === 'STORE_BUSY') return { key: 'databaseLocked', tone: 'warn' }
  return { key: 'degraded', tone: 'warn' }
}
