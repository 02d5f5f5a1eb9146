import type { FlowDocument, FlowEdge, FlowNode } from '../document'

/** A document indexed for questions about its drawing. Where ids or edges are doubled, the first one counts. */
export interface FlowGraph {
  readonly nodes: ReadonlyMap<string, FlowNode>
  /** By node, then outcome. Edges whose ends do not exist are left out. */
  readonly edges: ReadonlyMap<string, ReadonlyMap<string, FlowEdge>>
}

/** Indexes a document; O(nodes + edges). */
export function flowGraph(document: Pick<FlowDocument, 'nodes' | 'edges'>): FlowGraph {
  const nodes = new Map<string, FlowNode>()
  for (const node of document.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node)
  const edges = new Map<string, Map<string, FlowEdge>>()
  for (const edge of document.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue
    const own = edges.get(edge.from) ?? new Map<string, FlowEdge>()
    if (!own.has(edge.outcome)) own.set(edge.outcome, edge)
    edges.set(edge.from, own)
  }
  return { nodes, edges }
}

/** Ids of the steps that a call can get to from these, themselves included. `follows` may leave edges out. */
export function reachable(graph: FlowGraph, from: Iterable<string>, follows: (edge: FlowEdge) => boolean = () => true): Set<string> {
  const seen = new Set<string>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || !graph.nodes.has(id)) continue
    seen.add(id)
    for (const edge of graph.edges.get(id)?.values() ?? []) if (follows(edge)) open.push(edge.to)
  }
  return seen
}
