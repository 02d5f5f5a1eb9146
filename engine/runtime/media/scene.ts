import type { Result } from '@/engine/errors'
import type { Json, Prompt } from '@/engine/flow'
import type { Clock, MediaUri, Telephony } from '@/engine/ports'
import type { CallDesk } from '../desk'

/** What media operations see of the visit that they belong to. */
export interface Scene {
  readonly desk: CallDesk
  readonly clock: Clock
  readonly telephony: Pick<Telephony, 'recordingFile'>
  /** Resolves once everything up to now is on disk: before anything that must not be done twice. */
  committed(): Promise<unknown>
  /** The visit has been left; `desk` watchers are told when that happens. */
  readonly over: boolean
  /** When the visit began; before a restart, if there was one. */
  readonly enteredAt: number
  /** The visit began before a restart, so its operations may have begun, too. */
  readonly restored: boolean
  /** `session:visit:key` */
  id(key: string): string
  memo(key: string): Json | undefined
  /** `stored` is what is written, where that differs (digits are sealed). */
  remember(key: string, value: Json, stored?: () => Json): void
  deadline(key: string): number | undefined
  setDeadline(key: string, due: number): void
  /** Digits are never stored in the clear. */
  sealText(text: string): string
  openText(sealed: string): Result<string>
  /** Media of a prompt list, in order. */
  sounds(prompts: readonly Prompt[]): Promise<Result<readonly MediaUri[]>>
  /** The caller has pressed keys that a step has read. */
  pressed(): void
  /** The other party of a transfer has answered. */
  transferred(): void
  /** The message that the caller has left in this visit; a later one replaces it. */
  recorded(recordingId: string, durationMs: number): void
  /** It is not wanted after all. */
  unrecorded(recordingId: string): void
  /** We end the call ourselves. */
  hangingUp(): void
}
