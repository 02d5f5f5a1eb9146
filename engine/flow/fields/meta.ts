import { z } from 'zod'
import type { VariableType } from '../document'
import type { FieldInput } from '../node-kit'

/** How a field is edited and checked, and in which section of a long form it stands (`advanced` starts folded). */
export interface FieldMeta {
  readonly input: FieldInput
  readonly section?: string
  /** Roots that only this field's expression has, e.g. `input` where digits are checked. */
  readonly extra?: Readonly<Record<string, VariableType>>
  /** Shown only when the sibling field has one of the values. */
  readonly when?: { readonly field: string; readonly is: readonly (string | number | boolean)[] }
}

const registry = z.registry<FieldMeta>()

/** Attaches how a config field is edited: `field(z.string(), { kind: 'cel', expects: 'boolean' })`. */
export function field<T extends z.ZodType>(schema: T, input: FieldInput, more: Omit<FieldMeta, 'input'> = {}): T {
  // `clone` so that a schema shared by two fields can carry two different metas.
  const own = schema.clone() as T // clone() keeps the class but widens its type
  registry.add(own, { input, ...more })
  return own
}

/** The field's meta, or undefined where the schema has none. */
export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  return registry.get(schema)
}
