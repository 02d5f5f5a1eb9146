import type { Variable, VariableType } from '../document'

/** Names that an expression can use besides the roots every flow has. */
export interface ExpressionScope {
  /** Declared variables, read as `flow.<name>`. The same array means the same scope: it is cached by identity. */
  readonly variables: readonly Variable[]
  /** Further roots of one field, e.g. `input` while digits are checked. */
  readonly extra?: Readonly<Record<string, VariableType>>
}

/** What the roots hold while an expression is evaluated. */
export interface ExpressionValues {
  readonly call: {
    readonly id: string
    readonly from: string
    readonly fromName: string
    readonly to: string
    readonly language: string
    /** Milliseconds since 1970. */
    readonly startedAt: number
  }
  /** Variables by name. */
  readonly flow: Readonly<Record<string, unknown>>
  /** The last error that left a step. */
  readonly error: { readonly code: string; readonly message: string; readonly node: string } | null
  /** Milliseconds since 1970. */
  readonly now: number
  readonly customer?: unknown
  readonly ticket?: unknown
  readonly queue?: unknown
  readonly extra?: Readonly<Record<string, unknown>>
}

/** The roots that every flow has. */
export const roots = ['call', 'customer', 'flow', 'ticket', 'queue', 'now'] as const

/** Fields of the roots whose fields are known. */
export const rootFields = {
  call: { id: 'string', from: 'string', fromName: 'string', to: 'string', language: 'string', startedAt: 'google.protobuf.Timestamp' },
  error: { code: 'string', message: 'string', node: 'string' },
} as const

/** Variable names that are taken by the language itself. */
export const reservedVariableNames: ReadonlySet<string> = new Set(['error'])
