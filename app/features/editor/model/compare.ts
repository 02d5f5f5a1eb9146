import type { FlowDocument, FlowEdge, FlowNode } from '@/engine/flow'
import { changedFields } from './fields'
import { diff } from './patch'

/** What is different between two versions of a flow, in the terms of whoever publishes it. */
export interface Comparison {
  readonly added: readonly FlowNode[]
  readonly removed: readonly FlowNode[]
  /** Steps that do something else now, or go elsewhere. `fields`: `name`, `config.prompts`, …; `exits`: outcomes re-drawn. */
  readonly changed: readonly { readonly node: FlowNode; readonly fields: readonly string[]; readonly exits: readonly string[] }[]
  /** Names of variables that were added, removed or declared otherwise. */
  readonly variables: readonly string[]
  /** Changed fields of the flow itself. */
  readonly flow: readonly string[]
  /** Steps or notes that only stand elsewhere, and notes that say something else: nothing a caller notices. */
  readonly looks: number
}

/** Compares `before` with `after`. */
export function compare(before: FlowDocument, after: FlowDocument): Comparison {
  const { head, lists } = diff(before, after)
  const added = lists.nodes.changes.flatMap((change) => (!change.before && change.after ? [change.after.item] : []))
  const removed = lists.nodes.changes.flatMap((change) => (change.before && !change.after ? [change.before.item] : []))
  const fields = new Map<string, string[]>()
  let looks = lists.notes.changes.length
  for (const { key, before, after } of lists.nodes.changes) {
    if (!before || !after) continue
    const changed = changedFields(before.item, after.item)
    if (changed.length > 0) fields.set(key, changed)
    else looks++
  }
  const exits = new Map<string, string[]>()
  const gone = new Set<string>(removed.map((node) => node.id))
  const fresh = new Set<string>(added.map((node) => node.id))
  for (const change of lists.edges.changes) {
    const edge: FlowEdge | undefined = change.after?.item ?? change.before?.item
    if (!edge || fresh.has(edge.from) || gone.has(edge.from)) continue
    exits.set(edge.from, [...(exits.get(edge.from) ?? []), edge.outcome])
  }
  const changed = after.nodes
    .filter((node) => !fresh.has(node.id) && (fields.has(node.id) || exits.has(node.id)))
    .map((node) => ({ node, fields: fields.get(node.id) ?? [], exits: exits.get(node.id) ?? [] }))
  return {
    added,
    removed,
    changed,
    variables: [...new Set(lists.variables.changes.map((change) => change.key))],
    flow: [...head.map(({ field }) => field), ...(lists.outcomes.changes.length > 0 ? ['outcomes'] : [])],
    looks,
  }
}

/** True when a caller could notice: anything but looks. */
export function differs(comparison: Comparison): boolean {
  const { added, removed, changed, variables, flow } = comparison
  return added.length + removed.length + changed.length + variables.length + flow.length > 0
}
