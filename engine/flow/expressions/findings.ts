import { EvaluationError, ParseError, TypeError as TypeProblem } from '@marcbachmann/cel-js'
import type { DiagnosticCode } from '../diagnostic'
import { finding } from '../diagnostic-sentences'
import type { NodeFinding } from '../node-kit'
import { UnknownName } from './normalise'
import { PatternError } from './pattern/parse'
import { valueTypeOf } from './value-type'

interface Range {
  readonly start: number
  readonly end: number
}

/** An error about an expression that is always the analyst's to mend. */
export function expressionFinding(
  code: Extract<DiagnosticCode, 'PB401' | 'PB402' | 'PB403'>,
  params: Readonly<Record<string, string | number>>,
  range: Range,
): NodeFinding {
  return finding(code, 'error', { params, range })
}

/** What reading or checking an expression threw, in an analyst's words. */
export function findingOf(error: unknown, text: string): NodeFinding {
  const whole = { start: 0, end: text.length }
  if (error instanceof UnknownName) return expressionFinding('PB403', { name: error.unknown }, error.range)
  if (error instanceof ParseError) return syntaxFinding(error, text, error.range ?? whole)
  if (error instanceof TypeProblem) return typeFinding(error, text, error.range ?? whole)
  if (error instanceof PatternError) return expressionFinding('PB402', { reason: 'pattern', detail: error.message }, whole)
  // Anything else is the engine's stack giving up on depth.
  return expressionFinding('PB401', { reason: 'complex' }, whole)
}

function syntaxFinding(error: ParseError, text: string, range: Range): NodeFinding {
  const found = text.slice(range.start, Math.max(range.end, range.start + 1))
  const reason = syntaxReason(error.code, found)
  return expressionFinding('PB401', reason === 'other' || reason === 'reserved' ? { reason, found } : { reason }, range)
}

function syntaxReason(code: string, found: string): string {
  switch (code) {
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
    case 'newline_in_string':
      return 'quote'
    case 'reserved_identifier':
      return 'reserved'
    case 'limit_exceeded':
      return 'complex'
    case 'invalid_number':
    case 'invalid_exponent':
    case 'invalid_integer':
    case 'invalid_hex_integer':
      return 'number'
    case 'invalid_escape_sequence':
    case 'invalid_hex_escape':
    case 'invalid_octal_escape':
    case 'octal_escape_out_of_range':
    case 'invalid_unicode_escape':
    case 'invalid_unicode_surrogate':
    case 'bytes_unicode_escape':
      return 'escape'
    default:
      return found === '' ? 'end' : 'other'
  }
}

/** The library tells types only inside its sentences, e.g. `no such overload: string > double`; its version is pinned. */
function typeFinding(error: TypeProblem, text: string, range: Range): NodeFinding {
  const { summary } = error
  const quoted = [...summary.matchAll(/'([^']+)'/g)].map(([, type]) => valueTypeOf(type ?? ''))
  const actual = quoted.at(-1) ?? 'other'
  const types = (params: Readonly<Record<string, string | number>>) => expressionFinding('PB402', params, range)
  switch (error.code) {
    case 'unknown_variable':
    case 'no_such_key': {
      const name = summary.slice(summary.lastIndexOf(':') + 1).trim()
      const start = text.lastIndexOf(name, range.end)
      return expressionFinding('PB403', { name }, start < range.start ? range : { start, end: start + name.length })
    }
    case 'no_such_overload': {
      const binary = /: (.+) (!=|==|in|\+|-|\*|\/|%|<=?|>=?) (.+)$/.exec(summary)
      if (binary)
        return types({ reason: 'operator', op: binary[2] ?? '', left: valueTypeOf(binary[1] ?? ''), right: valueTypeOf(binary[3] ?? '') })
      const unary = /: ([!-])(.+)$/.exec(summary)
      return types({ reason: 'sign', op: unary?.[1] ?? '', right: valueTypeOf(unary?.[2] ?? '') })
    }
    case 'no_matching_overload':
      return types({ reason: 'function', name: /pb_(\w+)\(/.exec(summary)?.[1] ?? /(\w+)\(/.exec(summary)?.[1] ?? '' })
    case 'invalid_logical_operand':
    case 'invalid_condition_type':
      return types({ reason: 'logic', actual })
    case 'incompatible_ternary_branches':
      return types({ reason: 'branches', left: quoted[0] ?? 'other', right: quoted[1] ?? 'other' })
    case 'invalid_index_type':
      return types({ reason: 'index' })
    case 'cannot_index_type':
      return types({ reason: 'field', actual })
    case 'invalid_comprehension_range':
      return types({ reason: 'loop', actual: quoted[0] ?? 'other' })
    default:
      return types({ reason: 'other' })
  }
}

/** The sentence of an error met while evaluating, without the library's drawing of the place. */
export function evaluationSentence(error: unknown): string {
  if (error instanceof EvaluationError || error instanceof TypeProblem) return error.summary.replaceAll('pb_', '')
  return error instanceof Error ? error.message : String(error)
}
