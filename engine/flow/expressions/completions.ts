import type { Locale } from '../locale'
import type { ExpressionFunction } from './functions'
import { expressionFunctions, functionsByName, loops } from './functions'
import type { ExpressionScope } from './scope'
import { parseTemplate } from './template'
import { type ValueType, variableValueType } from './value-type'
import { words } from './words'

/** One thing that can be written at the cursor. */
export interface Completion {
  readonly label: string
  readonly kind: 'root' | 'variable' | 'field' | 'function' | 'loop' | 'constant'
  /** What is put in; `$0` marks where the cursor goes. */
  readonly insert: string
  /** Type or signature, e.g. `text` or `size(text) → number`. */
  readonly detail: string
  readonly docs: string
  /** The characters that it replaces. */
  readonly range: { readonly start: number; readonly end: number }
}

type Bare = Omit<Completion, 'range'>

/** What can be written at `offset`. With `template`, only inside `{{ }}`. */
export function completionsAt(text: string, offset: number, scope: ExpressionScope, locale: Locale = 'en', template = false): Completion[] {
  if (template) {
    const part = parseTemplate(text).find((it) => it.kind === 'expression' && offset >= it.start && offset <= it.start + it.text.length)
    if (!part) return []
    return completionsAt(part.text, offset - part.start, scope, locale).map((found) => ({
      ...found,
      range: { start: found.range.start + part.start, end: found.range.end + part.start },
    }))
  }
  if (insideString(text.slice(0, offset))) return []
  const before = text.slice(0, offset)
  const typed = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? ''
  const start = offset - typed.length
  const end = offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0)
  const owner = /([A-Za-z_][\w.]*|\)|\]|["'])\s*\.$/.exec(before.slice(0, start))?.[1]
  const all = owner === undefined ? topLevel(scope, locale) : members(owner, scope, locale)
  return all
    .filter(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()))
    .map((found) => ({ ...found, range: { start, end } }))
}

/** What the name under the cursor is. */
export interface Hover {
  readonly title: string
  readonly docs: string
  readonly range: { readonly start: number; readonly end: number }
}

/** Explains the name at `offset`, if it is one. */
export function hoverAt(text: string, offset: number, scope: ExpressionScope, locale: Locale = 'en'): Hover | undefined {
  const start = offset - (/\w*$/.exec(text.slice(0, offset))?.[0].length ?? 0)
  const end = offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0)
  const name = text.slice(start, end)
  if (name === '') return undefined
  const found = completionsAt(text, end, scope, locale).find(({ label }) => label === name)
  return found && { title: found.detail, docs: found.docs, range: { start, end } }
}

function insideString(before: string): boolean {
  let quote = ''
  for (let at = 0; at < before.length; at++) {
    const char = before[at] ?? ''
    if (quote !== '') {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
  }
  return quote !== ''
}

function topLevel(scope: ExpressionScope, locale: Locale): Bare[] {
  const said = words[locale]
  const rootsHere: Bare[] = Object.entries(said.roots).map(([label, docs]) => ({
    label,
    kind: 'root',
    insert: label,
    detail: said.types[label === 'now' ? 'time' : 'map'],
    docs,
  }))
  const extras: Bare[] = Object.entries(scope.extra ?? {}).map(([label, type]) => ({
    label,
    kind: 'root',
    insert: label,
    detail: said.types[variableValueType[type]],
    docs: said.extras[label] ?? '',
  }))
  const constants: Bare[] = ['true', 'false', 'null'].map((label) => ({ label, kind: 'constant', insert: label, detail: label, docs: '' }))
  return [...extras, ...rootsHere, ...expressionFunctions.map((it) => functionBare(it, locale)), ...constants]
}

/** What can stand after `owner.`: the fields of a root, else what can be called on any value. */
function members(owner: string, scope: ExpressionScope, locale: Locale): Bare[] {
  const said = words[locale]
  const field = (label: string, type: ValueType, docs: string): Bare => ({
    label,
    kind: 'field',
    insert: label,
    detail: said.types[type],
    docs,
  })
  if (owner === 'flow') {
    return [
      ...scope.variables.map(
        ({ name, type, description }): Bare => ({
          label: name,
          kind: 'variable',
          insert: name,
          detail: said.types[variableValueType[type]],
          docs: description ?? '',
        }),
      ),
      field('error', 'map', said.fields.error),
    ]
  }
  if (owner === 'flow.error') return (['code', 'message', 'node'] as const).map((name) => field(name, 'text', said.fields[name]))
  if (owner === 'call') {
    return (['from', 'fromName', 'to', 'language', 'id', 'startedAt'] as const).map((name) =>
      field(name, name === 'startedAt' ? 'time' : 'text', said.fields[name]),
    )
  }
  const methods = expressionFunctions.filter((it) => it.method).map((it) => functionBare(it, locale, true))
  const over: Bare[] = [...loops.keys()].map((label) => ({
    label,
    kind: 'loop',
    insert: `${label}(item, $0)`,
    detail: `list.${label}(item, …)`,
    docs: said.loops[label] ?? '',
  }))
  return [...methods, ...over]
}

function functionBare({ name, forms, docs, example }: ExpressionFunction, locale: Locale, asMethod = false): Bare {
  const { types } = words[locale]
  const signatures = forms.map(({ params, returns }) => {
    const named = params.map((type) => (type === 'any' ? types.json : types[type]))
    const [first, ...rest] = named
    const call = asMethod ? `${first}.${name}(${rest.join(', ')})` : `${name}(${named.join(', ')})`
    return `${call} → ${returns === 'any' ? types.json : types[returns]}`
  })
  const most = Math.max(...(functionsByName.get(name)?.forms ?? forms).map(({ params }) => params.length))
  const insert = asMethod && most === 1 ? `${name}()` : `${name}($0)`
  return { label: name, kind: 'function', insert, detail: signatures.join('\n'), docs: `${docs[locale]}\n\n\`${example}\`` }
}
