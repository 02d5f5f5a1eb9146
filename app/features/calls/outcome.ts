import type { Tone } from '@/app/ui/feedback/StatusBadge'

/** How a call stands, with its colour. */
export type CallState = 'live' | 'completed' | 'hung-up' | 'transferred' | 'failed' | 'unknown'

export const callTones = {
  live: 'ok',
  completed: 'neutral',
  'hung-up': 'neutral',
  transferred: 'accent',
  failed: 'bad',
  unknown: 'neutral',
} as const satisfies Record<CallState, Tone>

/** State of a stored call: without an end it is live. */
export function callState(call: { readonly endedAt: Date | null; readonly outcome: string | null }): CallState {
  if (!call.endedAt) return 'live'
  const known = (['completed', 'hung-up', 'transferred', 'failed'] as const).find((outcome) => outcome === call.outcome)
  return known ?? 'unknown'
}
