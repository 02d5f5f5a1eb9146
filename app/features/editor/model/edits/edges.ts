import type { FlowDocument, FlowEdge, FlowNode } from '@/engine/flow'
import type { Explain } from '../explain'
import { CARD_WIDTH, GAP, type Point } from '../geometry'
import { edgeKey } from '../keys'
import { addNode, moveTo } from './nodes'

/** Draws an edge; one that left by the same exit is replaced. */
export function connect(document: FlowDocument, edge: FlowEdge): FlowDocument {
  const key = edgeKey(edge)
  const old = document.edges.find((other) => edgeKey(other) === key)
  if (old?.to === edge.to) return document
  return { ...document, edges: old ? document.edges.map((other) => (other === old ? edge : other)) : [...document.edges, edge] }
}

/** Removes edges by key. */
export function disconnect(document: FlowDocument, keys: readonly string[]): FlowDocument {
  const gone = new Set(keys)
  const edges = document.edges.filter((edge) => !gone.has(edgeKey(edge)))
  return edges.length === document.edges.length ? document : { ...document, edges }
}

/** Draws an existing edge anew, from another exit or to another step. */
export function reconnect(document: FlowDocument, key: string, edge: FlowEdge): FlowDocument {
  if (edgeKey(edge) === key) return connect(document, edge)
  return connect(disconnect(document, [key]), edge)
}

/** The exit that a step goes on by: its main one, else its first that is no fallback and no error. */
export function mainExit(node: FlowNode, explain: Explain): string | null {
  const { outcomes } = explain(node)
  return (outcomes.find(({ role }) => role === 'main') ?? outcomes.find(({ role }) => role === 'branch'))?.id ?? null
}

/** Adds a step behind an exit. What the exit led to so far follows the new step, where that has a way on. */
export function addAfter(document: FlowDocument, from: Pick<FlowEdge, 'from' | 'outcome'>, node: FlowNode, explain: Explain): FlowDocument {
  const old = document.edges.find((edge) => edgeKey(edge) === edgeKey(from))
  const on = mainExit(node, explain)
  const linked = connect(addNode(document, node), { ...from, to: node.id })
  return old && on !== null ? connect(linked, { from: node.id, outcome: on, to: old.to }) : linked
}

/** Puts a step into an edge and moves what follows to the right where there is too little room. */
export function insertOnEdge(document: FlowDocument, key: string, node: FlowNode, explain: Explain): FlowDocument {
  const edge = document.edges.find((edge) => edgeKey(edge) === key)
  if (!edge) return document
  const known = document.nodes.some((other) => other.id === node.id)
  const on = mainExit(node, explain)
  let next = connect(known ? document : addNode(document, node), { ...edge, to: node.id })
  if (on !== null) next = connect(next, { from: node.id, outcome: on, to: edge.to })
  return makeRoom(next, node, edge)
}

function makeRoom(document: FlowDocument, inserted: FlowNode, edge: FlowEdge): FlowDocument {
  const target = document.nodes.find((node) => node.id === edge.to)
  if (!target || target.position.x < inserted.position.x - CARD_WIDTH) return document // leads back: nothing to push
  const missing = inserted.position.x + CARD_WIDTH + GAP.x - target.position.x
  if (missing <= 0) return document
  const places = new Map<string, Point>()
  for (const id of reachable(document, edge.to)) {
    const node = document.nodes.find((node) => node.id === id)
    if (node && id !== inserted.id && id !== edge.from && node.position.x >= target.position.x)
      places.set(id, { x: node.position.x + missing, y: node.position.y })
  }
  return moveTo(document, places)
}

/** Steps that can be reached from one, itself included. */
export function reachable(document: FlowDocument, from: string): Set<string> {
  const next = new Map<string, string[]>()
  for (const edge of document.edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to])
  const seen = new Set([from])
  const queue = [from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const to of next.get(id) ?? []) {
      if (seen.has(to)) continue
      seen.add(to)
      queue.push(to)
    }
  return seen
}
