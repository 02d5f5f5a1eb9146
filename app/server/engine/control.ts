import type { EngineHealth, LiveSession, PhoneAccount, PracticeCall, PracticeMove } from '@/engine/control/protocol'
import type { Result } from '@/engine/errors'
import type { HeardEvent } from './events'

/** What the web process and the CLI ask of the engine; `ENGINE_DOWN` where it does not answer. */
export interface EngineControl {
  health(): Promise<Result<EngineHealth>>
  live(): Promise<Result<readonly LiveSession[]>>
  hangup(sessionId: string): Promise<Result<void>>
  phone(user: { readonly userId: string; readonly displayName: string }): Promise<Result<PhoneAccount>>
  /** Practice calls, of one person each; `PRACTICE_UNAVAILABLE` where there are telephones. */
  readonly practice: {
    call(ownerId: string, to: string, name: string): Promise<Result<PracticeCall>>
    state(ownerId: string, callId: string): Promise<Result<PracticeCall>>
    move(ownerId: string, callId: string, move: PracticeMove): Promise<Result<PracticeCall>>
  }
  /** WAV. */
  speech(utterance: { readonly text: string; readonly language: string }): Promise<Result<Uint8Array<ArrayBuffer>>>
  /** To be told after phones or the trunk changed. */
  reloadTelephony(): Promise<Result<void>>
  /** Calls' events until `signal` aborts, and from which moment on; goes on when the engine is back. */
  events(signal: AbortSignal): AsyncIterable<HeardEvent>
}
