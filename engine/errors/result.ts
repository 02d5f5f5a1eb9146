import type { ErrorCode } from './codes'

/** What went wrong: a stable code for programs, a sentence for the person who meets it (English; UIs translate by code). */
export interface Problem {
  readonly code: ErrorCode
  readonly message: string
  /** Values the translated sentence needs, e.g. `{ seconds: 5 }`. Never secrets. */
  readonly params?: Readonly<Record<string, string | number>>
}

/** An operation's outcome as a value; rooms never throw across their border. */
export type Result<T, E = Problem> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** `ok(value)`: success. */
export function ok(): Result<void, never>
export function ok<T>(value: T): Result<T, never>
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value }
}

/** `fail('CALL_GONE', 'The caller has hung up.')`: failure with a code from `codes.ts`. */
export function fail(code: ErrorCode, message: string, params?: Problem['params']): Result<never> {
  return { ok: false, error: params ? { code, message, params } : { code, message } }
}
