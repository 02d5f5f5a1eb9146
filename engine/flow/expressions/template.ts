import { ok, type Result } from '@/engine/errors'
import type { Json } from '../machine'
import type { NodeFinding } from '../node-kit'
import { checkExpression, expressionReads } from './check'
import { evaluateExpression } from './evaluate'
import { expressionFinding } from './findings'
import { textOf } from './functions/values'
import type { ExpressionScope, ExpressionValues } from './scope'

/** A piece of a template: words as they are, or an expression between `{{` and `}}`; `start` is its offset in the text. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'expression'; readonly text: string; readonly start: number; readonly closed: boolean }

/** Cuts `Hello {{ flow.name }}!` into its parts. Quotes inside an expression may hold `}}`. */
export function parseTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{{', at)
    const words = text.slice(at, open === -1 ? undefined : open)
    if (words !== '') parts.push({ kind: 'text', text: words, start: at })
    if (open === -1) break
    const start = open + 2
    const close = closeOf(text, start)
    parts.push({ kind: 'expression', text: text.slice(start, close ?? text.length), start, closed: close !== undefined })
    at = close === undefined ? text.length : close + 2
  }
  return parts
}

function closeOf(text: string, from: number): number | undefined {
  let quote = ''
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? ''
    if (quote !== '') {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '{') depth++
    else if (char === '}' && depth > 0) depth--
    else if (char === '}' && text[at + 1] === '}') return at
  }
  // A quote that is never closed must not swallow the rest of the text.
  const plain = text.indexOf('}}', from)
  return plain === -1 ? undefined : plain
}

/** What is wrong with the expressions of a template, with ranges in the whole text. */
export function checkTemplate(text: string, scope: ExpressionScope): NodeFinding[] {
  return parseTemplate(text).flatMap((part) => {
    if (part.kind === 'text') return []
    if (!part.closed) {
      return [expressionFinding('PB401', { reason: 'braces', open: '{{', close: '}}' }, { start: part.start - 2, end: text.length })]
    }
    return checkExpression(part.text, scope, 'any').map((found) => shifted(found, part.start))
  })
}

function shifted(found: NodeFinding, by: number): NodeFinding {
  return found.range ? { ...found, range: { start: found.range.start + by, end: found.range.end + by } } : found
}

/** How a value is written where it stands; `before` is the text so far, with the values in it. */
export type ValueWriter = (value: Json, before: string) => string

/** Fills a template in; the first expression that fails is the answer. As `textOf` unless told how: nothing becomes the empty text. */
export function renderTemplate(
  text: string,
  scope: ExpressionScope,
  values: ExpressionValues,
  write: ValueWriter = textOf,
): Result<string> {
  let out = ''
  for (const part of parseTemplate(text)) {
    if (part.kind === 'text') {
      out += part.text
      continue
    }
    const value = evaluateExpression(part.text, scope, values)
    if (!value.ok) return value
    out += write(value.value, out)
  }
  return ok(out)
}

/** Names of all variables that a template looks at; `wholeFlow` as in `expressionReads`. */
export function templateReads(
  text: string,
  scope: ExpressionScope,
): { readonly variables: ReadonlySet<string>; readonly wholeFlow: boolean } {
  const all = parseTemplate(text).flatMap((part) => (part.kind === 'expression' ? [expressionReads(part.text, scope)] : []))
  return { variables: new Set(all.flatMap((reads) => [...reads.variables])), wholeFlow: all.some((reads) => reads.wholeFlow) }
}
