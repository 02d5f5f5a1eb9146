import type { FlowDocument, FlowEdge } from '@/engine/flow'
import type { Explain } from '../explain'
import { edgeKey } from '../keys'
import type { Selection } from '../selection'
import { mainExit } from './edges'

/** Whether an edge may be drawn. */
export type Legal = (document: FlowDocument, edge: FlowEdge) => boolean

/**
 * Deletes what is selected, except a flow's one entry. A deleted step heals: what led to it then leads where it went on
 * to, if that is clear (its main exit, or its only edge that is no fallback or error) and allowed.
 */
export function remove(document: FlowDocument, selection: Selection, explain: Explain, legal: Legal): FlowDocument {
  const nodes = new Map(document.nodes.map((node) => [node.id as string, node]))
  const gone = new Set(selection.nodes.filter((id) => nodes.has(id) && !isSingleton(id)))
  const cut = new Set(selection.edges)
  const goneNotes = new Set(selection.notes)
  const kept = document.edges.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to) && !cut.has(edgeKey(edge)))
  const next: FlowDocument = {
    ...document,
    nodes: document.nodes.filter((node) => !gone.has(node.id)),
    edges: kept,
    notes: document.notes.filter((note) => !goneNotes.has(note.id)),
  }
  for (const edge of document.edges) {
    if (gone.has(edge.from) || !gone.has(edge.to) || cut.has(edgeKey(edge))) continue
    const to = follow(edge.to)
    const healed = to ? { ...edge, to } : null
    if (healed && legal(next, healed)) next.edges = [...next.edges, healed]
  }
  const same =
    next.nodes.length === document.nodes.length && kept.length === document.edges.length && next.notes.length === document.notes.length
  return same ? document : next

  function isSingleton(id: string): boolean {
    const node = nodes.get(id)
    return node ? (explain(node).definition?.singleton ?? false) : false
  }

  /** The first step behind a deleted one that stays; null where that is not clear. */
  function follow(start: string): FlowEdge['to'] | null {
    const seen = new Set<string>()
    for (let id = start; !seen.has(id); ) {
      seen.add(id)
      const onward = way(id)
      if (!onward) return null
      if (!gone.has(onward)) return onward
      id = onward
    }
    return null
  }

  function way(id: string): FlowEdge['to'] | null {
    const node = nodes.get(id)
    if (!node) return null
    const { outcomes } = explain(node)
    const out = document.edges.filter((edge) => edge.from === id && !cut.has(edgeKey(edge)))
    const main = outcomes.some(({ role }) => role === 'main') ? mainExit(node, explain) : null
    if (main !== null) return out.find((edge) => edge.outcome === main)?.to ?? null
    const targets = new Set(
      out.filter((edge) => outcomes.some(({ id, role }) => id === edge.outcome && role === 'branch')).map((edge) => edge.to),
    )
    const [only] = targets
    return targets.size === 1 ? (only ?? null) : null
  }
}
