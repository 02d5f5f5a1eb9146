import type { StoreApi } from 'zustand/vanilla'
import type { PageProblem } from '@/app/features/shared/problem'
import type { PracticeCall } from '@/engine/control/protocol'

/** Why nobody can hear the person at the browser. Each has a remedy in `phone.microphone.<problem>`. */
export type MicrophoneProblem = 'denied' | 'missing' | 'busy' | 'insecure'

/** Why no call can be made: the server's problem, or what the line did. */
export type LineProblem =
  | { readonly kind: 'server'; readonly problem: PageProblem }
  | { readonly kind: 'unreachable' | 'refused' | 'unsupported' }

/** How a call ended, each a sentence in `phone.end.<end>`. */
export type CallEnd = 'you' | 'them' | 'busy' | 'not-found' | 'unavailable' | 'declined' | 'no-answer' | 'lost' | 'media' | 'failed'

/** One call of the browser phone. Times in ms since the epoch. */
export interface PhoneCall {
  readonly number: string
  readonly phase: 'preparing' | 'calling' | 'ringing' | 'talking' | 'ended'
  readonly answeredAt: number | null
  readonly endedAt: number | null
  readonly end: CallEnd | null
  readonly muted: boolean
  /** Keys pressed so far. */
  readonly digits: string
  /** Keys go with the sound, also while the line is down. */
  readonly keysInSound: boolean
  /** What one hears; null until it comes. */
  readonly remote: MediaStream | null
  /** What one says; null while the microphone is being asked for. */
  readonly local: MediaStream | null
  /** Set when the call goes on without a microphone. */
  readonly microphone: MicrophoneProblem | null
  /** What was heard, of a call without telephones. */
  readonly practice?: PracticeCall
}

export interface PhoneState {
  /** `lost`: it was open and is being opened again. */
  readonly line: 'off' | 'connecting' | 'ready' | 'lost' | 'failed'
  readonly lineProblem: LineProblem | null
  readonly call: PhoneCall | null
}

export const initialState: PhoneState = { line: 'off', lineProblem: null, call: null }

/** A call that has just been dialled. */
export function newCall(number: string, phase: PhoneCall['phase']): PhoneCall {
  return {
    number,
    phase,
    answeredAt: null,
    endedAt: null,
    end: null,
    muted: false,
    digits: '',
    keysInSound: false,
    remote: null,
    local: null,
    microphone: null,
  }
}

/** What the panel does with a phone, whether it makes real calls or practice calls. */
export interface AnyPhone {
  readonly store: StoreApi<PhoneState>
  call(dialled: string): Promise<void>
  hangUp(): void
  press(key: string): void
  setMuted(muted: boolean): void
  clear(): void
  close(): void
}

/** A call that is not over. */
export function isOngoing(call: PhoneCall | null): call is PhoneCall {
  return call !== null && call.phase !== 'ended'
}
