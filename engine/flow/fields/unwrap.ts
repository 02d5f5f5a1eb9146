import { z } from 'zod'
import { type FieldMeta, fieldMeta } from './meta'

/** A schema without its wrappers (default, optional, nullable), and what they said. */
export interface Unwrapped {
  readonly inner: z.ZodType
  readonly optional: boolean
  readonly initial: unknown
  readonly meta: FieldMeta | undefined
}

const known = new WeakMap<z.ZodType, Unwrapped>()

/** Takes the wrappers off; the outermost meta counts. Kept by schema. */
export function unwrap(schema: z.ZodType): Unwrapped {
  const before = known.get(schema)
  if (before) return before
  let inner = schema
  let optional = false
  let initial: unknown
  let meta = fieldMeta(schema)
  while (
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable
  ) {
    if (inner instanceof z.ZodDefault) initial ??= inner.def.defaultValue
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) optional = true
    inner = inner.def.innerType as z.ZodType // zod types an inner type as its core type
    meta ??= fieldMeta(inner)
  }
  const unwrapped = { inner, optional, initial, meta }
  known.set(schema, unwrapped)
  return unwrapped
}
