import type { CallEnd } from './state'

const ends: Readonly<Record<string, CallEnd>> = {
  Terminated: 'them',
  Canceled: 'you',
  'Dialog Error': 'them',
  Busy: 'busy',
  Rejected: 'declined',
  Unavailable: 'unavailable',
  'Not Found': 'not-found',
  'Address Incomplete': 'not-found',
  'No Answer': 'no-answer',
  Expires: 'no-answer',
  'Request Timeout': 'lost',
  'Connection Error': 'lost',
  'RTP Timeout': 'lost',
  'Incompatible SDP': 'media',
  'Missing SDP': 'media',
  'Bad Media Description': 'media',
  'User Denied Media Access': 'media',
  'WebRTC Error': 'media',
}

/** JsSIP's cause and who ended the call → what to say. `callEnd('Terminated', 'local')` → `'you'`. */
export function callEnd(cause: string, originator: 'local' | 'remote' | 'system'): CallEnd {
  if (originator === 'local' && (cause === 'Terminated' || cause === 'Canceled')) return 'you'
  return ends[cause] ?? 'failed'
}
