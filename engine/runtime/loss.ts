import type { Problem } from '@/engine/errors'
import type { HostState } from './host-state'

/** Of the step that a call was in when it ended though its caller had not hung up; undefined for a caller who had. */
export function lossOf({ lost, handedBack }: HostState): Problem | undefined {
  if (lost) return { code: 'CALL_LOST', message: 'The telephone server ended unexpectedly, and the call with it.' }
  if (handedBack) return { code: 'CALL_HANDED_BACK', message: 'The engine was away for too long, so the caller was sent to the fallback.' }
  return undefined
}
