import type { FieldSpec } from '../field-spec'

/** How a list's entries are laid out. */
export type ListLayout = 'line' | 'pair' | 'box'

type Kind = FieldSpec['input']['kind']
const small: ReadonlySet<Kind> = new Set(['keys', 'text', 'select', 'number', 'variable', 'module-outcome'])
const code: ReadonlySet<Kind> = new Set(['cel', 'template'])

/** Small entries stand in a line, a few with an expression one above the other, everything else gets a box with labels. */
export function listLayout(spec: FieldSpec): ListLayout {
  if (!spec.item) return 'line'
  const fields = 'fields' in spec.item ? spec.item.fields.filter((field) => field.input.kind !== 'hidden') : [spec.item.value]
  const kinds = fields.map((field) => field.input.kind)
  if (kinds.length <= 2 && kinds.every((kind) => small.has(kind))) return 'line'
  if (kinds.length === 1 && kinds.every((kind) => code.has(kind))) return 'line'
  return kinds.length <= 3 && kinds.every((kind) => small.has(kind) || code.has(kind)) ? 'pair' : 'box'
}
