import type { z } from 'zod'
import { type FieldSpec, fieldTree } from '@/engine/flow'

export type { FieldSpec }

/** The fields of a config's schema as the form shows them. */
export function fieldsOf(schema: z.ZodType): readonly FieldSpec[] {
  return fieldTree({ schema })
}
