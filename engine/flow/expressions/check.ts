import type { VariableType } from '../document'
import type { NodeFinding } from '../node-kit'
import { expressionFinding } from './findings'
import { readExpression } from './read'
import type { ExpressionScope } from './scope'
import { satisfies, variableValueType } from './value-type'

/** What is wrong with an expression, with character ranges; empty = nothing. Total: any text gets an answer. */
export function checkExpression(text: string, scope: ExpressionScope, expects: VariableType | 'any' = 'any'): NodeFinding[] {
  const read = readExpression(text, scope)
  if (!read.ok) return [read.finding]
  if (satisfies(read.type, expects)) return []
  const expected = expects === 'any' ? 'json' : variableValueType[expects]
  return [expressionFinding('PB402', { reason: 'expects', expected, actual: read.type }, { start: 0, end: text.length })]
}

/** What an expression reads, as far as it can be read at all. */
export interface ExpressionReads {
  readonly roots: ReadonlySet<string>
  /** Variables by name, declared or not. */
  readonly variables: ReadonlySet<string>
  /** It uses `flow` by a computed name: any variable may be read. */
  readonly wholeFlow: boolean
}

/** Which variables and roots an expression looks at; for sealed values, unused variables and bounds of loops. */
export function expressionReads(text: string, scope: ExpressionScope): ExpressionReads {
  return readExpression(text, scope).reads
}

/** Whether evaluating it may look at one of these variables, e.g. the masked ones. */
export function readsAny(text: string, scope: ExpressionScope, names: ReadonlySet<string>): boolean {
  const { variables, wholeFlow } = expressionReads(text, scope)
  return wholeFlow ? names.size > 0 : [...variables].some((name) => names.has(name))
}
