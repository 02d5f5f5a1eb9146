import { z } from 'zod'
import {
  type FlowDocument,
  FlowEdge,
  FlowNode,
  FlowNote,
  MAX_DOCUMENT_SIZE,
  type NodeId,
  parseDocument,
  SCHEMA_VERSION,
  Variable,
} from '@/engine/flow'
import { variablesOf } from './edits/flow'
import type { Explain } from './explain'
import { type Box, bounds, CARD_HEIGHT, CARD_WIDTH, center, offset, type Point, snap } from './geometry'
import { freshId } from './ids'
import { type Selection, select } from './selection'

/** A part of a flow as text: what the system's clipboard carries between flows, tabs and people. */
export const Fragment = z.strictObject({
  patchbay: z.literal('fragment'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  nodes: z.array(FlowNode).max(2000),
  edges: z.array(FlowEdge).max(10_000),
  notes: z.array(FlowNote).max(500),
  /** Declarations of the variables that the steps use; added where they are pasted if missing there. */
  variables: z.array(Variable).max(200),
})
export type Fragment = z.infer<typeof Fragment>

/** The selected steps and notes with the edges among them; null when there is nothing to copy (the entry stays). */
export function copy(document: FlowDocument, selection: Selection, explain: Explain): Fragment | null {
  const picked = new Set(selection.nodes)
  const nodes = document.nodes.filter((node) => picked.has(node.id) && !explain(node).definition?.singleton)
  const ids = new Set<string>(nodes.map((node) => node.id))
  const notes = document.notes.filter((note) => selection.notes.includes(note.id))
  if (nodes.length === 0 && notes.length === 0) return null
  const used = new Set(nodes.flatMap((node) => variablesOf(node, explain)))
  return {
    patchbay: 'fragment',
    schemaVersion: SCHEMA_VERSION,
    nodes,
    edges: document.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
    notes,
    variables: document.variables.filter((variable) => used.has(variable.name)),
  }
}

/** Reads what was pasted: a fragment, or a whole flow document; null for any other text. */
export function readFragment(text: string): Fragment | null {
  if (!text.trimStart().startsWith('{') || text.length > MAX_DOCUMENT_SIZE) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const fragment = Fragment.safeParse(json)
  if (fragment.success) return fragment.data
  const read = parseDocument(json)
  if (!read.ok) return null
  const { nodes, edges, notes, variables } = read.value.document
  return { patchbay: 'fragment', schemaVersion: SCHEMA_VERSION, nodes, edges, notes, variables }
}

export interface Pasted {
  readonly document: FlowDocument
  readonly selection: Selection
  /** Types of steps that this kind of flow cannot hold, left out. */
  readonly leftOut: readonly string[]
}

/** Puts a fragment into a document with fresh ids; `at` is where its middle goes, else it stands a little off the original. */
export function paste(document: FlowDocument, fragment: Fragment, explain: Explain, at?: Point): Pasted {
  const allowed = fragment.nodes.filter((node) => {
    const { definition } = explain(node)
    return definition !== null && !definition.singleton && definition.kinds.includes(document.kind)
  })
  const ids = new Map<string, NodeId>(allowed.map((node) => [node.id, freshId(node.type)]))
  const boxes: Box[] = [
    ...allowed.map((node) => ({ ...node.position, width: CARD_WIDTH, height: CARD_HEIGHT })),
    ...fragment.notes.map((note) => ({ ...note.position, ...note.size })),
  ]
  const around = bounds(boxes)
  const middle = around ? center(around) : { x: 0, y: 0 }
  const by = at ? { x: at.x - middle.x, y: at.y - middle.y } : { x: 40, y: 40 }
  const place = (point: Point) => ({ ...snap(offset(point, by)) })
  const nodes = allowed.map((node) => ({ ...node, id: ids.get(node.id) ?? node.id, position: place(node.position) }))
  const notes = fragment.notes.map((note) => ({ ...note, id: freshId('note'), position: place(note.position) }))
  const edges = fragment.edges.flatMap((edge) => {
    const from = ids.get(edge.from)
    const to = ids.get(edge.to)
    return from && to ? [{ ...edge, from, to }] : []
  })
  const declared = new Set(document.variables.map((variable) => variable.name))
  const variables = fragment.variables.filter((variable) => !declared.has(variable.name))
  const entry = fragment.nodes.filter((node) => explain(node).definition?.singleton)
  return {
    document: {
      ...document,
      nodes: [...document.nodes, ...nodes],
      edges: [...document.edges, ...edges],
      notes: [...document.notes, ...notes],
      variables: [...document.variables, ...variables],
    },
    selection: select({ nodes: nodes.map((node) => node.id), notes: notes.map((note) => note.id) }),
    leftOut: [...new Set(fragment.nodes.filter((node) => !allowed.includes(node) && !entry.includes(node)).map((node) => node.type))],
  }
}
