import { z } from 'zod'
import type { FieldMeta } from './meta'
import { unwrap } from './unwrap'

/** One field that a config has, wherever in it. */
export interface ConfigField {
  readonly path: readonly (string | number)[]
  readonly meta: FieldMeta
  readonly value: unknown
  readonly schema: z.ZodType
  /** May be left out of the config. */
  readonly optional: boolean
  /** The values beside it, by key. */
  readonly siblings: Readonly<Record<string, unknown>>
}

/**
 * Every field of a config in the schema's order, through groups, lists and unions; those that `when` hides are left out,
 * as nobody sees them and nothing reads them. For configs that have passed the schema.
 */
export function configFields({ schema }: { readonly schema: z.ZodType }, config: unknown): ConfigField[] {
  const found: ConfigField[] = []
  collect(schema, config, [], {}, found)
  return found
}

function collect(
  schema: z.ZodType,
  value: unknown,
  path: ConfigField['path'],
  siblings: ConfigField['siblings'],
  into: ConfigField[],
): void {
  const { inner, meta, optional } = unwrap(schema)
  if (meta?.when && !meta.when.is.some((is) => is === siblings[meta.when?.field ?? ''])) return
  if (meta) into.push({ path, meta, value, schema, optional, siblings })
  // A prompt list is one field: whoever reads it knows what prompts are.
  if (meta?.input.kind === 'prompts') return
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    const element = inner.element as z.ZodType // zod types an element as its core type
    for (const [index, item] of value.entries()) collect(element, item, [...path, index], {}, into)
  } else if (inner instanceof z.ZodObject) collectShape(inner, value, path, into)
  else if (inner instanceof z.ZodUnion) {
    const option = inner.options.find((option) => option instanceof z.ZodObject && option.safeParse(value).success)
    if (option instanceof z.ZodObject) collectShape(option, value, path, into)
  }
}

function collectShape(schema: z.ZodObject, value: unknown, path: ConfigField['path'], into: ConfigField[]): void {
  if (typeof value !== 'object' || value === null) return
  const record = value as Readonly<Record<string, unknown>> // an object that has passed a schema of named keys
  for (const [key, part] of Object.entries(schema.shape)) collect(part as z.ZodType, record[key], [...path, key], record, into) // a shape holds schemas
}
