import { fail, ok, type Result } from '@/engine/errors'
import type { VariableType } from '../document'
import type { Json } from '../machine'
import { fitsType } from '../variables'
import { TooCostly, withBudget } from './budget'
import { evaluationSentence } from './findings'
import { readExpression } from './read'
import { readable } from './readable'
import type { ExpressionScope, ExpressionValues } from './scope'
import { toJson } from './to-json'

/**
 * Evaluates an expression. Errors: `EXPRESSION_FAILED` (does not type-check, a missing key, a wrong type …),
 * `EXPRESSION_TOO_COSTLY`. Synchronous, without side effects, bounded in time and memory.
 */
export function evaluateExpression(
  text: string,
  scope: ExpressionScope,
  values: ExpressionValues,
  expects: VariableType | 'any' = 'any',
): Result<Json> {
  const read = readExpression(text, withExtra(scope, values.extra))
  if (!read.ok) return failed(read.finding.message)
  try {
    const value = toJson(withBudget(() => read.run(contextOf(values)) as unknown))
    return expects === 'any' || fitsType(value, expects) ? ok(value) : failed(`The result is not of type ${expects}.`)
  } catch (error) {
    if (error instanceof TooCostly) return fail('EXPRESSION_TOO_COSTLY', error.message)
    return failed(evaluationSentence(error))
  }
}

/** Roots that come with the values need no declaration: their types are those of their values. */
function withExtra(scope: ExpressionScope, extra: ExpressionValues['extra']): ExpressionScope {
  if (scope.extra || !extra) return scope
  return { ...scope, extra: Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, typeOf(value)])) }
}

function typeOf(value: unknown): VariableType {
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'json'
}

function failed(reason: string): Result<never> {
  return fail('EXPRESSION_FAILED', `The expression failed: ${reason}`, { reason })
}

/** The roots as the library wants them. */
function contextOf(values: ExpressionValues): Record<string, unknown> {
  return {
    ...Object.fromEntries(Object.entries(values.extra ?? {}).map(([name, value]) => [name, readable(value)])),
    call: { ...values.call, startedAt: new Date(values.call.startedAt) },
    customer: values.customer ?? {},
    ticket: values.ticket ?? {},
    queue: values.queue ?? {},
    flow: readable({ ...values.flow, error: values.error ?? { code: '', message: '', node: '' } }),
    now: new Date(values.now),
  }
}
