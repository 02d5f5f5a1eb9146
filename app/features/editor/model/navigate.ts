import type { FlowDocument, FlowNode } from '@/engine/flow'
import type { Explain } from './explain'
import { exits } from './explain'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The step that an arrow key goes to: right along the first connected exit, left back, up and down to its neighbours there. */
export function neighbour(document: FlowDocument, from: string, direction: Direction, explain: Explain): string | null {
  const node = document.nodes.find((node) => node.id === from)
  if (!node) return null
  switch (direction) {
    case 'right':
      return targets(document, node, explain)[0] ?? nearest(document, node, (dx, dy) => dx > 0 && Math.abs(dy) < dx)
    case 'left':
      return sources(document, node)[0]?.id ?? nearest(document, node, (dx, dy) => dx < 0 && Math.abs(dy) < -dx)
    case 'up':
      return sibling(document, node, -1, explain) ?? nearest(document, node, (dx, dy) => dy < 0 && Math.abs(dx) < -dy)
    case 'down':
      return sibling(document, node, 1, explain) ?? nearest(document, node, (dx, dy) => dy > 0 && Math.abs(dx) < dy)
  }
}

/** Steps in the order a reader meets them: along the edges from the entry, then what is not connected, top to bottom. */
export function readingOrder(document: FlowDocument, explain: Explain): string[] {
  const byId = new Map(document.nodes.map((node) => [node.id as string, node]))
  const entries = document.nodes.filter((node) => explain(node).definition?.singleton)
  const rest = [...document.nodes].sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x)
  const seen = new Set<string>()
  const order: string[] = []
  for (const start of [...entries, ...rest]) {
    const stack = [start.id as string]
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const node = byId.get(id)
      if (!node || seen.has(id)) continue
      seen.add(id)
      order.push(id)
      stack.push(...targets(document, node, explain).reverse())
    }
  }
  return order
}

function targets(document: FlowDocument, node: FlowNode, explain: Explain): string[] {
  const order = exits(document.edges, node.id, explain(node).outcomes).map((outcome) => outcome.id)
  return document.edges
    .filter((edge) => edge.from === node.id)
    .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
    .map((edge) => edge.to)
}

function sources(document: FlowDocument, node: FlowNode): FlowNode[] {
  const from = new Set(document.edges.filter((edge) => edge.to === node.id && edge.from !== node.id).map((edge) => edge.from))
  const all = document.nodes.filter((other) => from.has(other.id))
  // loops come from the right; the way back is first of all to what stands on the left
  return all.sort(
    (a, b) => Number(a.position.x > node.position.x) - Number(b.position.x > node.position.x) || distance(a, node) - distance(b, node),
  )
}

function sibling(document: FlowDocument, node: FlowNode, step: 1 | -1, explain: Explain): string | null {
  const parent = sources(document, node)[0]
  if (!parent) return null
  const all = [...new Set(targets(document, parent, explain))]
  return all[all.indexOf(node.id) + step] ?? null
}

function nearest(document: FlowDocument, node: FlowNode, towards: (dx: number, dy: number) => boolean): string | null {
  const there = document.nodes.filter(
    (other) => other !== node && towards(other.position.x - node.position.x, other.position.y - node.position.y),
  )
  return there.sort((a, b) => distance(a, node) - distance(b, node))[0]?.id ?? null
}

const distance = (a: FlowNode, b: FlowNode) => Math.hypot(a.position.x - b.position.x, a.position.y - b.position.y)
