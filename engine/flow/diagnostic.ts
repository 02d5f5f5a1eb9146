/**
 * Numbered findings, the same on the canvas, in the compiler and in the CLI. Sentences in both languages live in
 * `app/messages/<locale>/diagnostics.json` under the code; `message` is the English one, already filled in.
 */
export const diagnosticCodes = {
  PB101: 'entry-missing',
  PB102: 'entry-duplicate',
  PB103: 'node-id-duplicate',
  PB104: 'node-type-unknown',
  PB105: 'node-version-unsupported',
  PB106: 'node-not-allowed-in-kind',
  PB107: 'edge-node-missing',
  PB108: 'edge-outcome-unknown',
  PB109: 'edge-duplicate',
  PB110: 'edge-into-entry',
  PB111: 'variable-duplicate',
  PB112: 'variable-initial-type',
  PB201: 'config-invalid',
  PB202: 'value-missing',
  PB203: 'prompt-empty',
  PB204: 'variable-undeclared',
  PB205: 'variable-type-mismatch',
  PB206: 'secret-unknown',
  PB207: 'sound-unknown',
  PB208: 'module-unknown',
  PB209: 'module-recursive',
  PB210: 'module-outcome-unknown',
  PB211: 'key-duplicate',
  PB212: 'module-broken',
  PB213: 'flow-too-large',
  PB214: 'module-variable-unknown',
  PB215: 'language-unknown',
  PB301: 'node-unreachable',
  PB302: 'outcome-unconnected',
  PB303: 'loop-without-input',
  PB304: 'loop-until-hangup',
  PB401: 'expression-syntax',
  PB402: 'expression-type',
  PB403: 'expression-unknown-name',
} as const

export type DiagnosticCode = keyof typeof diagnosticCodes

/** `error` blocks publishing; `warning` does not. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly nodeId?: string
  /** Config path of the field, e.g. `['branches', 0, 'when']`. */
  readonly path?: readonly (string | number)[]
  readonly outcome?: string
  /** Character range in the field's text, for expressions. */
  readonly range?: { readonly start: number; readonly end: number }
}
