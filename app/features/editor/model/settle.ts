import type { FlowDocument } from '@/engine/flow'
import { type Conflict, conflictId, type Side } from './conflicts'
import { withFields } from './fields'
import { edgeKey, type ListItems, type ListName } from './keys'
import type { HeadField, ItemChange, ListPatch, Patch } from './patch'

/** My patch with the conflicts settled, ready for their document. */
export function settle(
  my: Patch,
  mine: FlowDocument,
  theirs: FlowDocument,
  conflicts: readonly Conflict[],
  chosen: (c: Conflict) => Side,
): Patch {
  const of = new Map(conflicts.map((conflict) => [conflict.id, conflict]))
  const kept = nodeKeys(conflicts, 'deleted-by-me', 'theirs', chosen)
  const restored = nodeKeys(conflicts, 'deleted-by-them', 'mine', chosen)
  const theirEdges = new Set(theirs.edges.map(edgeKey))
  const settleList = <L extends ListName>(list: L): ListPatch<ListItems[L]> => {
    const { changes, order } = my.lists[list] as ListPatch<ListItems[L]> // indexed by a generic key
    const settled = changes.flatMap((change) => {
      const conflict = of.get(conflictId(list, change.key))
      return conflict ? settleChange(change, conflict, chosen(conflict)) : [change]
    })
    return order ? { changes: settled, order } : { changes: settled }
  }
  const nodes = settleList('nodes')
  const have = new Set(nodes.changes.filter((change) => !change.before).map((change) => change.key))
  const back = mine.nodes.flatMap((node, index) =>
    restored.has(node.id) && !have.has(node.id) ? [{ key: node.id, before: null, after: { item: node, index } }] : [],
  )
  const edges = settleList('edges')
  const stay = edges.changes.filter(({ before, after }) => after || !before || !(kept.has(before.item.from) || kept.has(before.item.to)))
  const reconnected = mine.edges.flatMap((edge, index) =>
    (restored.has(edge.from) || restored.has(edge.to)) && !theirEdges.has(edgeKey(edge))
      ? [{ key: edgeKey(edge), before: null, after: { item: edge, index } }]
      : [],
  )
  const redrawn = new Set(reconnected.map((change) => change.key))
  return {
    head: my.head.filter(({ field }) => {
      const conflict = of.get(conflictId('head', field satisfies HeadField))
      return !conflict || chosen(conflict) === 'mine'
    }),
    lists: {
      nodes: { ...nodes, changes: [...nodes.changes, ...back] },
      edges: { ...edges, changes: [...stay.filter((change) => !redrawn.has(change.key)), ...reconnected] },
      notes: settleList('notes'),
      variables: settleList('variables'),
      outcomes: settleList('outcomes'),
    },
  }
}

function nodeKeys(conflicts: readonly Conflict[], kind: Conflict['kind'], side: Side, chosen: (c: Conflict) => Side): Set<string> {
  return new Set(conflicts.filter((c) => c.list === 'nodes' && c.kind === kind && chosen(c) === side).map((c) => c.key))
}

function settleChange<T extends object>(change: ItemChange<T>, conflict: Conflict, side: Side): ItemChange<T>[] {
  switch (conflict.kind) {
    case 'deleted-by-me':
      return side === 'mine' ? [change] : []
    case 'deleted-by-them':
      // their list lacks the item: mine comes back as an addition
      return side === 'mine' ? [{ ...change, before: null }] : []
    case 'both-added':
      // `apply` skips additions of a key that is there, so mine is written as a change of theirs
      return side === 'mine' && change.after ? [{ ...change, before: { item: conflict.theirs as T, index: change.after.index } }] : []
    case 'both-changed':
      return side === 'mine' || !change.before || !change.after
        ? [change]
        : [{ ...change, after: { ...change.after, item: withFields(change.after.item, change.before.item, conflict.fields) } }]
  }
}

/** Without edges whose ends are gone. */
export function dropDangling(document: FlowDocument): FlowDocument {
  const ids = new Set<string>(document.nodes.map((node) => node.id))
  const edges = document.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to))
  return edges.length === document.edges.length ? document : { ...document, edges }
}
