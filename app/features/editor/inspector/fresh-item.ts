import { customAlphabet } from 'nanoid'
import type { FieldSpec } from './field-spec'
import { keysInTurn } from './telephone-keys'

/** Ids that any schema of ours takes: letters and digits. */
const freshId = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 8)

/** A new entry of a list: defaults, the first key or choice that no other entry has, and ids of its own. */
export function freshItem(spec: FieldSpec, others: readonly unknown[]): unknown {
  if (!spec.item) return ''
  if ('value' in spec.item) return spec.item.value.initial
  return Object.fromEntries(
    spec.item.fields.flatMap((field) => {
      const value = freshValue(field, others)
      return value === undefined ? [] : [[field.key, value]]
    }),
  )
}

function freshValue(field: FieldSpec, others: readonly unknown[]): unknown {
  if (field.input.kind === 'hidden') return field.key === 'id' ? freshId() : field.optional ? undefined : field.initial
  if (field.input.kind === 'keys' && field.input.single) {
    const used = new Set(others.map((other) => (other as Record<string, unknown> | null)?.[field.key])) // entries are records here
    const keys = keysInTurn.filter((key) => field.options.length === 0 || field.options.includes(key))
    return keys.find((key) => !used.has(key)) ?? keys[0]
  }
  return field.optional ? undefined : field.initial
}
