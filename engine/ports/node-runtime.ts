import type { Result } from '@/engine/errors'
import type { ValueWriter } from '@/engine/flow/expressions'
import type { Json, NodeResult } from '@/engine/flow/machine'
import type { Clock } from './clock'
import type { Http, Secrets } from './http'
import type { Media } from './media'

/** What one visit of a node may use. Everything is bound to the visit's id, so doing it again after a restart is safe. */
export interface NodeContext {
  /** `session:visit`; idempotency key and prefix of playback, recording and leg ids. */
  readonly visitId: string
  /** Aborted when the visit is left from outside (hang-up, shutdown). */
  readonly signal: AbortSignal
  readonly clock: Clock
  readonly media: Media
  readonly http: Http
  readonly secrets: Secrets
  /** The flow's language (BCP 47). */
  readonly language: string
  /**
   * Evaluates CEL against `call`, `customer`, `flow`, `now`. `extra` adds roots of this one
   * field. A result that depends on a masked value comes back sealed.
   */
  evaluate(expression: string, extra?: Readonly<Record<string, Json>>): Result<Json>
  /** Fills `{{ CEL }}` in; `write` says how a value is written where it stands (escaped, quoted), else it is plain text. */
  render(template: string, write?: ValueWriter): Result<string>
  /** Encrypts a value for storage; the trace shows dots. */
  seal(value: Json): Json
  /** A text that the trace must not show, such as a secret as it is written into a request. */
  hide(text: string): void
  /** What the trace shows as the step's input (resolved values; no secrets). */
  noteInput(input: Json): void
  /** Runs a side effect at most once per completed visit step: a journalled result is returned without running it again. */
  once<T extends Json>(key: string, effect: () => Promise<T>): Promise<T>
  /** Waits until `ms` after the visit first asked for `key`; a row, so it survives restarts. */
  sleep(key: string, ms: number): Promise<void>
  /** True once the caller has hung up. */
  readonly callGone: boolean
}

/** `nodes/<type>/runtime.ts` exports one as `run`. Total: every failure is an outcome. */
export type NodeRun<C = unknown> = (config: C, context: NodeContext) => Promise<NodeResult>
