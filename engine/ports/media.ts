import type { Result } from '@/engine/errors'
import type { Prompt } from '@/engine/flow/prompt'
import type { DialOptions, DialTarget, RecordOptions } from './telephony'

export interface GatherRequest {
  readonly prompts: readonly Prompt[]
  /** A digit stops the prompt. Without it, digits pressed during the prompt are kept for after it. */
  readonly bargeIn: boolean
  /** Most digits taken; reached = done. */
  readonly maxDigits: number
  /** Ends the input and is not part of it; empty = none. */
  readonly terminator: string
  /** From the end of the prompt to the first digit. */
  readonly timeoutMs: number
  /** Between digits. */
  readonly interDigitMs: number
  /** Digits must not be logged or stored in the clear. */
  readonly masked?: boolean
}

export type GatherResult =
  | { readonly kind: 'digits'; readonly digits: string; readonly ended: 'max' | 'terminator' | 'inter-digit' }
  | { readonly kind: 'timeout' }

/**
 * What a node does with the caller. Durable: `key` names the operation within the visit; after a restart the same call
 * goes on where it was (a finished one returns its stored result, a running playback or recording is joined, digits that
 * were pressed meanwhile are taken). `CALL_GONE` when the caller has hung up.
 */
export interface Media {
  answer(): Promise<Result<void>>
  play(key: string, prompts: readonly Prompt[], options?: { readonly bargeIn?: boolean }): Promise<Result<'played' | 'interrupted'>>
  gather(key: string, request: GatherRequest): Promise<Result<GatherResult>>
  record(key: string, options: RecordOptions): Promise<Result<{ readonly recordingId: string; readonly durationMs: number }>>
  /** What was recorded under that key is not wanted: it is deleted and no message. */
  discard(key: string): Promise<void>
  /** Rings and talks; resolves when that is over. */
  dial(
    key: string,
    target: DialTarget,
    options: DialOptions,
  ): Promise<Result<{ readonly end: 'answered' | 'busy' | 'no-answer' | 'failed' | 'hung-up'; readonly talkMs: number }>>
  hangup(): Promise<Result<void>>
}
