import type { LegState } from '@/engine/ports'

/** How a leg that never answered ended, by the Q.850 cause that its channel was destroyed with. */
export function unansweredEnd(cause: number, dialStatus: string): Extract<LegState, 'busy' | 'no-answer' | 'failed'> {
  switch (cause) {
    // User busy; call rejected ("Decline" on the phone, for which the dial status says NOANSWER).
    case 17:
    case 21:
      return 'busy'
    // No user responding; no answer.
    case 18:
    case 19:
      return 'no-answer'
    // Nothing said, or normal clearing: a Local channel's far end has ended.
    case 0:
    case 16:
      return dialStatus === 'BUSY' ? 'busy' : dialStatus === 'CONGESTION' || dialStatus === 'CHANUNAVAIL' ? 'failed' : 'no-answer'
    default:
      return 'failed'
  }
}
