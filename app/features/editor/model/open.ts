import type { FlowDocument, NodeId } from '@/engine/flow'
import { freshId } from './ids'
import { keyOf } from './keys'

/**
 * Makes a stored document fit to be edited: the editor finds things by id, so of things with the same id the later ones
 * get fresh ids (steps, notes) or are dropped (second edge of an exit, second declaration). The same object where nothing is doubled.
 */
export function openDocument(document: FlowDocument): FlowDocument {
  const nodes = withFreshIds(document.nodes, (node) => freshId(node.type))
  const notes = withFreshIds(document.notes, () => freshId('note'))
  const edges = unique(document.edges, keyOf.edges)
  const variables = unique(document.variables, keyOf.variables)
  const outcomes = unique(document.outcomes ?? [], keyOf.outcomes)
  const listed = document.kind === 'module' || outcomes.length > 0
  const pairs = [nodes, document.nodes, notes, document.notes, edges, document.edges, variables, document.variables]
  const kept = pairs.every((list, i) => i % 2 === 0 || list === pairs[i - 1])
  if (kept && (listed ? outcomes === document.outcomes : !document.outcomes)) return document
  const { outcomes: _, ...rest } = document
  return { ...rest, nodes, notes, edges, variables, ...(listed ? { outcomes } : {}) }
}

function withFreshIds<T extends { id: NodeId }>(items: T[], fresh: (item: T) => NodeId): T[] {
  const seen = new Set<string>()
  let doubled = false
  const next = items.map((item) => {
    if (!seen.has(item.id)) {
      seen.add(item.id)
      return item
    }
    doubled = true
    return { ...item, id: fresh(item) }
  })
  return doubled ? next : items
}

function unique<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>()
  const next = items.filter((item) => !seen.has(key(item)) && seen.add(key(item)))
  return next.length === items.length ? items : next
}
