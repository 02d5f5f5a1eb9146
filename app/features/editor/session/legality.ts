import type { Diagnostic, FlowDocument, FlowEdge, NodeDefinitions } from '@/engine/flow'
import { finding } from '@/engine/flow'
import type { Surroundings } from './surroundings'

/** Why an edge may not be drawn: the finding that it would cause. */
export type Illegal = Diagnostic

/** The rule that the compiler checks edges by, ready for the canvas: null when an edge may be drawn. */
export function legality(_definitions: NodeDefinitions, { explain }: Surroundings) {
  return (document: FlowDocument, edge: FlowEdge): Illegal | null => {
    const from = document.nodes.find((node) => node.id === edge.from)
    const to = document.nodes.find((node) => node.id === edge.to)
    if (!from || !to) return finding('PB107', 'error', { params: { id: from ? edge.to : edge.from } })
    if (explain(to).definition?.singleton) return finding('PB110', 'error')
    if (!explain(from).outcomes.some((outcome) => outcome.id === edge.outcome))
      return finding('PB108', 'error', { params: { outcome: edge.outcome } })
    return null
  }
}
