import type { FlowDocument, FlowEdge, FlowNode, FlowNote, ModuleOutcome, Variable } from '@/engine/flow'

/** The document's lists and what they hold. */
export interface ListItems {
  readonly nodes: FlowNode
  readonly edges: FlowEdge
  readonly notes: FlowNote
  readonly variables: Variable
  readonly outcomes: ModuleOutcome
}
export type ListName = keyof ListItems

export const listNames = ['nodes', 'edges', 'notes', 'variables', 'outcomes'] as const satisfies readonly ListName[]

/** An edge's identity: a node has at most one edge per outcome. */
export const edgeKey = (edge: Pick<FlowEdge, 'from' | 'outcome'>): string => `${edge.from}|${edge.outcome}`

/** What identifies an item within its list, across versions and people. */
export const keyOf: { readonly [L in ListName]: (item: ListItems[L]) => string } = {
  nodes: (node) => node.id,
  edges: edgeKey,
  notes: (note) => note.id,
  variables: (variable) => variable.name,
  outcomes: (outcome) => outcome.id,
}

/** One of the document's lists; a flow without module outcomes has an empty one. */
export function listOf<L extends ListName>(document: FlowDocument, list: L): readonly ListItems[L][] {
  // Zod's inferred arrays are mutable and `outcomes` is optional; the editor only reads them
  return (document[list] ?? []) as unknown as readonly ListItems[L][]
}
