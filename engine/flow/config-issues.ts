import type { z } from 'zod'
import { finding } from './diagnostic-sentences'
import type { NodeFinding } from './node-kit'

type Issue = z.core.$ZodIssue
type Reason = Readonly<Record<string, string | number>>

/** PB201 for each thing a schema found wrong in `value`, in the sentence's own words, with the path to it. */
export function issueFindings(error: z.ZodError, value: unknown): NodeFinding[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    return finding('PB201', 'error', { params: reasonOf(issue, value, path), path })
  })
}

function reasonOf(issue: Issue, value: unknown, path: readonly (string | number)[]): Reason {
  switch (issue.code) {
    case 'invalid_type':
      return { reason: valueAt(value, path) === undefined ? 'required' : 'type' }
    case 'too_small':
      return { reason: counts(issue.origin) ? 'short' : 'min', limit: Number(issue.minimum) }
    case 'too_big':
      return { reason: counts(issue.origin) ? 'long' : 'max', limit: Number(issue.maximum) }
    case 'invalid_value':
      return { reason: valueAt(value, path) === undefined ? 'required' : 'option' }
    case 'invalid_union':
      return { reason: issue.discriminator === undefined ? 'type' : 'option' }
    case 'invalid_format':
      return { reason: 'format' }
    case 'unrecognized_keys':
      return { reason: 'unknown', name: issue.keys[0] ?? '' }
    default:
      return { reason: 'other' }
  }
}

/** Whether the limit counts characters or items, not the value itself. */
function counts(origin: string): boolean {
  return origin === 'string' || origin === 'array' || origin === 'set' || origin === 'map'
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at: unknown = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Readonly<Record<string | number, unknown>>)[key] // an object that has the key
  }
  return at
}
