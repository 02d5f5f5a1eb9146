import { getAt } from '../model/edits/flow'
import type { FieldPath } from './field-props'
import type { FieldSpec } from './field-spec'

/** What is stored, else what the schema takes where nothing is. */
export function shownValue(spec: FieldSpec, config: unknown, path: FieldPath): unknown {
  return getAt(config, path) ?? (spec.optional ? undefined : spec.initial)
}

/** Whether a field is shown, by its sibling's value. */
export function isShown(spec: FieldSpec, siblings: unknown): boolean {
  if (spec.input.kind === 'hidden') return false
  if (!spec.when) return true
  const value = getAt(siblings, [spec.when.field])
  return spec.when.is.some((one) => one === value)
}
