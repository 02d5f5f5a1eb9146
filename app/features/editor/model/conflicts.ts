import type { FlowDocument } from '@/engine/flow'
import { equal } from './equal'
import { changedFields, fieldOf } from './fields'
import { edgeKey, keyOf, type ListItems, type ListName, listNames, listOf } from './keys'
import type { ListPatch, Patch } from './patch'

/** Something two people changed in ways that do not go together; one of the sides has to be chosen. */
export interface Conflict {
  readonly id: string
  readonly list: ListName | 'head'
  /** The item's key in its list, or the head's field. */
  readonly key: string
  readonly kind: 'both-changed' | 'both-added' | 'deleted-by-them' | 'deleted-by-me'
  /** What both changed, e.g. `name`, `config.prompts`; empty for deletions. */
  readonly fields: readonly string[]
  readonly mine: unknown
  readonly theirs: unknown
}
export type Side = 'mine' | 'theirs'

/** Where my patch and their document do not go together; one conflict per item. */
export function findConflicts(my: Patch, base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): Conflict[] {
  const found = new Map<string, Conflict>()
  for (const conflict of [...headConflicts(my, theirs), ...listNames.flatMap((list) => listConflicts(my, list, theirs))])
    found.set(conflict.id, conflict)
  for (const conflict of connectedToDeleted(my, base, mine, theirs)) if (!found.has(conflict.id)) found.set(conflict.id, conflict)
  return [...found.values()]
}

/** A conflict's id: its list and key. */
export const conflictId = (list: Conflict['list'], key: string) => `${list}/${key}`

function headConflicts(my: Patch, theirs: FlowDocument): Conflict[] {
  return my.head
    .filter(({ field, before, after }) => !equal(theirs[field], before) && !equal(theirs[field], after))
    .map(({ field, after }) => ({
      id: conflictId('head', field),
      list: 'head',
      key: field,
      kind: 'both-changed',
      fields: [field],
      mine: after,
      theirs: theirs[field],
    }))
}

function listConflicts<L extends ListName>(my: Patch, list: L, theirs: FlowDocument): Conflict[] {
  const present = new Map(listOf(theirs, list).map((item) => [keyOf[list](item), item]))
  const { changes } = my.lists[list] as ListPatch<ListItems[L]> // indexed by a generic key
  return changes.flatMap(({ key, before, after }) => {
    const current = present.get(key)
    const conflict = (kind: Conflict['kind'], fields: readonly string[] = []): Conflict[] => [
      { id: conflictId(list, key), list, key, kind, fields, mine: after?.item, theirs: current },
    ]
    if (!before) return current && after && !equal(current, after.item) ? conflict('both-added') : []
    if (!after) return current && changedFields(before.item, current).length > 0 ? conflict('deleted-by-me') : []
    const touched = changedFields(before.item, after.item)
    if (!current) return touched.length > 0 ? conflict('deleted-by-them') : []
    const fields = touched.filter((field) => {
      const now = fieldOf(current, field)
      return !equal(now, fieldOf(before.item, field)) && !equal(now, fieldOf(after.item, field))
    })
    return fields.length > 0 ? conflict('both-changed', fields) : []
  })
}

/** One side drew a connection to or from a step that the other deleted: as much a conflict as editing that step. */
function connectedToDeleted(my: Patch, base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): Conflict[] {
  const ids = (document: FlowDocument) => new Map(document.nodes.map((node) => [node.id as string, node]))
  const inMine = ids(mine)
  const inTheirs = ids(theirs)
  const newIn = (document: FlowDocument) => {
    const old = new Map(base.edges.map((edge) => [edgeKey(edge), edge]))
    return document.edges
      .filter((edge) => old.get(edgeKey(edge))?.to !== edge.to)
      .flatMap((edge) => [edge.from as string, edge.to as string])
  }
  const conflict = (id: string, kind: Conflict['kind']): Conflict => ({
    id: conflictId('nodes', id),
    list: 'nodes',
    key: id,
    kind,
    fields: [],
    mine: inMine.get(id),
    theirs: inTheirs.get(id),
  })
  const added = new Set(my.lists.nodes.changes.flatMap(({ key, before }) => (before ? [] : [key])))
  const lost = newIn(mine).filter((id) => inMine.has(id) && !inTheirs.has(id) && !added.has(id))
  const unwanted = newIn(theirs).filter((id) => inTheirs.has(id) && !inMine.has(id) && base.nodes.some((node) => node.id === id))
  return [...lost.map((id) => conflict(id, 'deleted-by-them')), ...unwanted.map((id) => conflict(id, 'deleted-by-me'))]
}
