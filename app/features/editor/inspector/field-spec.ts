import type { z } from 'zod'
import { type FieldSpec, fieldTree } from '@/engine/flow'

export type { FieldSpec }

const known = new WeakMap<z.ZodType, readonly FieldSpec[]>()

/** The fields of a config's schema as the form shows them; the same list for the same schema. */
export function fieldsOf(schema: z.ZodType): readonly FieldSpec[] {
  const before = known.get(schema)
  if (before) return before
  const fields = fieldTree({ schema })
  known.set(schema, fields)
  return fields
}
