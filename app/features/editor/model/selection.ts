import type { FlowDocument } from '@/engine/flow'
import { edgeKey } from './keys'

/** What is picked on the canvas: ids of steps and notes, keys of edges (`edgeKey`). */
export interface Selection {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
  readonly notes: readonly string[]
}

export const nothing: Selection = { nodes: [], edges: [], notes: [] }

/** `select({ nodes: ['a'] })`: exactly these. */
export const select = (part: Partial<Selection>): Selection => ({ ...nothing, ...part })

export const isNothing = (selection: Selection): boolean =>
  selection.nodes.length === 0 && selection.edges.length === 0 && selection.notes.length === 0

/** The only selected step, where nothing else is selected. */
export function onlyNode(selection: Selection): string | null {
  return selection.nodes.length === 1 && selection.edges.length === 0 && selection.notes.length === 0 ? (selection.nodes[0] ?? null) : null
}

/** Without what the document no longer holds; the same object where all is still there. */
export function prune(selection: Selection, document: FlowDocument): Selection {
  if (isNothing(selection)) return selection
  const nodes = new Set<string>(document.nodes.map((node) => node.id))
  const edges = new Set(document.edges.map(edgeKey))
  const notes = new Set<string>(document.notes.map((note) => note.id))
  const next = {
    nodes: selection.nodes.filter((id) => nodes.has(id)),
    edges: selection.edges.filter((key) => edges.has(key)),
    notes: selection.notes.filter((id) => notes.has(id)),
  }
  const kept = next.nodes.length + next.edges.length + next.notes.length
  return kept === selection.nodes.length + selection.edges.length + selection.notes.length ? selection : next
}
