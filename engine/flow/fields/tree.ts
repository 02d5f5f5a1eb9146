import { z } from 'zod'
import type { FieldInput } from '../node-kit'
import type { FieldMeta } from './meta'
import { unwrap } from './unwrap'

/** A config field as a form shows it, read from the node type's schema. */
export interface FieldSpec {
  readonly key: string
  readonly input: FieldInput
  readonly section?: string
  readonly when?: FieldMeta['when']
  /** Roots that only this field's expressions have. */
  readonly extra?: FieldMeta['extra']
  /** May be left out of the config. */
  readonly optional: boolean
  /** Choices of a select or a single key. */
  readonly options: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly maxLength?: number
  /** Fewest entries of a list. */
  readonly minItems: number
  /** Whether the value is a list (of texts, for keys). */
  readonly many: boolean
  /** Fields of a group. */
  readonly fields: readonly FieldSpec[]
  /** What a list holds: records with fields, or single values. */
  readonly item: { readonly fields: readonly FieldSpec[] } | { readonly value: FieldSpec } | null
  /** A value to begin with. */
  readonly initial: unknown
}

/** `fieldTree(definition)`: the fields of a node type's config, in the schema's order. Fields without a meta are not shown. */
export function fieldTree({ schema }: { readonly schema: z.ZodType }): readonly FieldSpec[] {
  const known = cache.get(schema)
  if (known) return known
  const { inner } = unwrap(schema)
  const fields = inner instanceof z.ZodObject ? Object.entries(inner.shape).flatMap(([key, part]) => specOf(key, part as z.ZodType)) : [] // a shape holds schemas
  cache.set(schema, fields)
  return fields
}

const cache = new WeakMap<z.ZodType, readonly FieldSpec[]>()

function specOf(key: string, schema: z.ZodType): FieldSpec[] {
  const { inner, optional, initial, meta } = unwrap(schema)
  if (!meta) return []
  const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : null // zod types an element as its core type
  return [
    {
      key,
      input: meta.input,
      section: meta.section,
      when: meta.when,
      extra: meta.extra,
      optional,
      options: optionsOf(element ?? inner),
      ...limits(inner),
      minItems: fewest(inner),
      many: element !== null,
      fields: meta.input.kind === 'group' ? fieldTree({ schema: inner }) : [],
      item: element && meta.input.kind === 'list' ? itemOf(element) : null,
      initial: initial ?? empty(inner, meta.input),
    },
  ]
}

function itemOf(element: z.ZodType): FieldSpec['item'] {
  const { inner } = unwrap(element)
  if (inner instanceof z.ZodObject) return { fields: fieldTree({ schema: element }) }
  const [value] = specOf('', element)
  return value ? { value } : { fields: [] }
}

function optionsOf(schema: z.ZodType): string[] {
  const { inner } = unwrap(schema)
  if (inner instanceof z.ZodEnum) return inner.options.map(String)
  if (inner instanceof z.ZodLiteral) return [...inner.values].map(String)
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => optionsOf(option as z.ZodType)) // as above
  return []
}

function limits(schema: z.ZodType): { min?: number; max?: number; maxLength?: number } {
  if (schema instanceof z.ZodNumber) return { min: finite(schema.minValue), max: finite(schema.maxValue) }
  if (schema instanceof z.ZodString) return { maxLength: schema.maxLength ?? undefined }
  return {}
}

/** A list tells its limits only by its checks. */
function fewest(schema: z.ZodType): number {
  if (!(schema instanceof z.ZodArray)) return 0
  const limits = (schema.def.checks ?? []).map(({ _zod: { def } }) =>
    'minimum' in def && typeof def.minimum === 'number' ? def.minimum : 0,
  )
  return Math.max(0, ...limits)
}

const finite = (value: number | null) => (value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined)

function empty(schema: z.ZodType, input: FieldInput): unknown {
  if (schema instanceof z.ZodArray) return []
  if (schema instanceof z.ZodBoolean) return false
  if (schema instanceof z.ZodNumber) return schema.minValue !== null && Number.isFinite(schema.minValue) ? schema.minValue : 0
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return {}
  return input.kind === 'group' ? {} : ''
}
