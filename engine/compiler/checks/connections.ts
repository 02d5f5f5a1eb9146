import { connectionFindings, type Diagnostic, type FlowDocument, type FlowGraph, finding, reachable } from '@/engine/flow'
import type { StepAnalysis } from '../analysis'

/** PB107, PB108, PB110, PB301, PB302: connections against the exits that the steps really have. */
export function checkConnections(document: FlowDocument, graph: FlowGraph, steps: ReadonlyMap<string, StepAnalysis>): Diagnostic[] {
  const found: Diagnostic[] = []
  const ends = {
    exists: (id: string) => graph.nodes.has(id),
    isStart: (id: string) => steps.get(id)?.definition?.singleton === true,
    exits: (id: string) => steps.get(id)?.outcomes?.map((outcome) => outcome.id),
  }
  for (const edge of document.edges) found.push(...connectionFindings(edge, ends))
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
