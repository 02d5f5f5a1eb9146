import type { FlowDocument, FlowEdge } from '../document'

/** The order in which the format's own keys are written; the others (in configs, in values) go by the alphabet. */
const order = [
  'schemaVersion',
  'kind',
  'id',
  'from',
  'outcome',
  'to',
  'type',
  'version',
  'name',
  'description',
  'label',
  'variables',
  'outcomes',
  'nodes',
  'edges',
  'notes',
]
const rank = new Map(order.map((key, index) => [key, index]))

/**
 * A document as the text of its file: the same document always gives the same bytes, and a small change a small diff.
 * Edges are sorted, as their order means nothing; steps, variables and exits keep theirs.
 */
export function formatDocument(document: FlowDocument): string {
  const edges = [...document.edges].sort((a, b) => compare(exitOf(a), exitOf(b)))
  return `${JSON.stringify(ordered({ ...document, edges }), null, 2)}\n`
}

/** Documents are bounded in depth by `parseDocument`, so recursion ends early. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length) || compare(a, b))
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]))
}

function exitOf({ from, outcome }: FlowEdge): string {
  return `${from} ${outcome}`
}

/** By code unit, so that the order does not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
