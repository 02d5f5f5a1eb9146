import type { FlowDocument, FlowNode, NodeDefinition } from '@/engine/flow'
import { equal } from '../equal'
import type { Explain } from '../explain'
import { type Point, snap } from '../geometry'
import { freshId } from '../ids'

/** A fresh step of a type, standing at `position`. */
export function createNode(definition: NodeDefinition, position: Point): FlowNode {
  return {
    id: freshId(definition.type),
    type: definition.type,
    version: definition.version,
    // defaults are plain JSON by contract; the schema's inferred type does not say so
    config: structuredClone(definition.defaults) as FlowNode['config'],
    position: { ...snap(position) },
  }
}

/** The step of that id, if there is one. */
export const findNode = (document: FlowDocument, id: string): FlowNode | undefined => document.nodes.find((node) => node.id === id)

export const addNode = (document: FlowDocument, node: FlowNode): FlowDocument => ({ ...document, nodes: [...document.nodes, node] })

/** Sets one step's fields. */
export function changeNode(document: FlowDocument, id: string, change: (node: FlowNode) => FlowNode): FlowDocument {
  let changed = false
  const nodes = document.nodes.map((node) => {
    if (node.id !== id) return node
    const next = change(node)
    changed ||= next !== node
    return next
  })
  return changed ? { ...document, nodes } : document
}

/** The analyst's own name; an empty one gives the type's name back. */
export function renameNode(document: FlowDocument, id: string, name: string): FlowDocument {
  const trimmed = name.trim().slice(0, 80)
  return changeNode(document, id, (node) => {
    if ((node.name ?? '') === trimmed) return node
    const { name: _, ...rest } = node
    return trimmed ? { ...rest, name: trimmed } : rest
  })
}

/** Moves steps and notes to the given places. */
export function moveTo(document: FlowDocument, places: ReadonlyMap<string, Point>): FlowDocument {
  const move = <T extends { id: string; position: Point }>(items: T[]): T[] => {
    let moved = false
    const next = items.map((item) => {
      const place = places.get(item.id)
      if (!place || (place.x === item.position.x && place.y === item.position.y)) return item
      moved = true
      return { ...item, position: { x: place.x, y: place.y } }
    })
    return moved ? next : items
  }
  const nodes = move(document.nodes)
  const notes = move(document.notes)
  return nodes === document.nodes && notes === document.notes ? document : { ...document, nodes, notes }
}

/**
 * Sets a step's config. Edges follow their exits: of an exit that is gone the edge goes too, and where just one exit
 * changed its id (a menu's key 1 became 2) the edge stays with it.
 */
export function setConfig(document: FlowDocument, id: string, config: FlowNode['config'], explain: Explain): FlowDocument {
  const node = document.nodes.find((node) => node.id === id)
  if (!node || equal(node.config, config)) return document
  const next = { ...node, config }
  const changed = changeNode(document, id, () => next)
  const now = explain(next)
  if (!now.valid) return changed
  return followExits(changed, id, explain(node).outcomes.map(idOf), now.outcomes.map(idOf))
}

const idOf = (outcome: { readonly id: string }) => outcome.id

function followExits(document: FlowDocument, id: string, before: readonly string[], after: readonly string[]): FlowDocument {
  const gone = before.filter((outcome) => !after.includes(outcome))
  const fresh = after.filter((outcome) => !before.includes(outcome))
  if (gone.length === 0) return document
  const renamed = gone.length === 1 && fresh.length === 1 && before.length === after.length ? fresh[0] : undefined
  const edges = document.edges.flatMap((edge) => {
    if (edge.from !== id || !gone.includes(edge.outcome)) return [edge]
    return renamed === undefined ? [] : [{ ...edge, outcome: renamed }]
  })
  return { ...document, edges }
}
