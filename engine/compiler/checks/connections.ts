import { type Diagnostic, type FlowDocument, type FlowGraph, finding, reachable } from '@/engine/flow'
import type { StepAnalysis } from '../analysis'

/** PB108, PB301, PB302: connections against the exits that the steps really have. */
export function checkConnections(document: FlowDocument, graph: FlowGraph, steps: ReadonlyMap<string, StepAnalysis>): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { from, outcome } of document.edges) {
    const exits = steps.get(from)?.outcomes
    if (exits && !exits.some(({ id }) => id === outcome)) {
      found.push(finding('PB108', 'error', { nodeId: from, outcome, params: { outcome } }))
    }
  }
  const starts = [...steps.values()].filter(({ definition }) => definition?.singleton).map(({ node }) => node.id as string)
  const reached = reachable(graph, starts)
  for (const { node, outcomes } of steps.values()) {
    if (starts.length > 0 && !reached.has(node.id)) {
      found.push(finding('PB301', 'warning', { nodeId: node.id }))
      continue
    }
    for (const { id, role, label } of outcomes ?? []) {
      if ((role !== 'main' && role !== 'branch') || graph.edges.get(node.id)?.has(id)) continue
      found.push(finding('PB302', 'warning', { nodeId: node.id, outcome: id, params: { outcome: label ?? id } }))
    }
  }
  return found
}
