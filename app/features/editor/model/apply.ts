import type { FlowDocument } from '@/engine/flow'
import { equal } from './equal'
import { keyOf, type ListItems, type ListName, listOf } from './keys'
import type { ItemChange, ListPatch, Patch } from './patch'

/**
 * Applies a patch, also to a document that others have changed meanwhile: only the fields that the patch changed are
 * set, items are found by key, positions in lists are hints. On the document it was made from, the result is exact.
 */
export function apply(document: FlowDocument, patch: Patch): FlowDocument {
  const next: FlowDocument = { ...document }
  for (const { field, after } of patch.head) {
    if (after === undefined)
      delete next[field as 'description'] // only the description is optional
    else Object.assign(next, { [field]: after })
  }
  next.nodes = applyList(document, patch, 'nodes')
  next.edges = applyList(document, patch, 'edges')
  next.notes = applyList(document, patch, 'notes')
  next.variables = applyList(document, patch, 'variables')
  const outcomes = applyList(document, patch, 'outcomes')
  if (outcomes.length > 0 || next.kind === 'module') next.outcomes = outcomes
  else delete next.outcomes
  return next
}

function applyList<L extends ListName>(document: FlowDocument, patch: Patch, list: L): ListItems[L][] {
  const items = listOf(document, list)
  const { changes, order } = patch.lists[list] as ListPatch<ListItems[L]> // indexed by a generic key
  if (changes.length === 0 && !order) return items as ListItems[L][] // read-only view of the same array
  const key = keyOf[list]
  const byKey = new Map(changes.map((change) => [change.key, change]))
  const present = new Set(items.map(key))
  const next: ListItems[L][] = []
  for (const item of items) {
    const change = byKey.get(key(item))
    if (!change) next.push(item)
    else if (change.after) next.push(changeItem(item, change))
  }
  const added = changes.flatMap((change) => (change.after && !change.before && !present.has(change.key) ? [change.after] : []))
  for (const { item, index } of added.sort((a, b) => a.index - b.index)) next.splice(Math.min(index, next.length), 0, item)
  return order ? reorder(next, key, order.after) : next
}

function changeItem<T extends object>(current: T, change: ItemChange<T>): T {
  const after = change.after?.item ?? current
  if (!change.before || current === change.before.item) return after
  return changeFields(current, change.before.item, after)
}

/** `current` with the fields that differ between `before` and `after`; a step's config is taken field by field too. */
function changeFields<T extends object>(current: T, before: T, after: T): T {
  const next = { ...current } as Record<string, unknown> // written by field name here
  const old = before as Record<string, unknown> // read by key
  const now = after as Record<string, unknown>
  for (const field of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (equal(old[field], now[field])) continue
    if (field === 'config') next[field] = changeFields(next[field] as object, old[field] as object, now[field] as object)
    else if (now[field] === undefined) delete next[field]
    else next[field] = now[field]
  }
  return next as T // same fields as `current` plus those of `after`
}

/** Puts items that `keys` names into that order; the others keep the place after their former neighbour. */
function reorder<T>(items: readonly T[], key: (item: T) => string, keys: readonly string[]): T[] {
  const rank = new Map(keys.map((k, i) => [k, i]))
  let last = -1
  const ranked = items.map((item) => {
    last = rank.get(key(item)) ?? last
    return { item, rank: last }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}
