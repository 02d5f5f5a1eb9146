import { type CheckContext, type Diagnostic, type FlowDocument, type FlowGraph, flowGraph, type NodeDefinitions } from '@/engine/flow'
import { analyseStep, type StepAnalysis } from './analysis'
import { checkConnections } from './checks/connections'
import { checkLoops } from './checks/loops'
import { checkStructure } from './checks/structure'
import { checkVariables } from './checks/variables'

/** A document with all that is known of it. */
export interface FlowAnalysis {
  readonly document: FlowDocument
  readonly graph: FlowGraph
  /** By node id; where ids are doubled, the first one. */
  readonly steps: ReadonlyMap<string, StepAnalysis>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Everything wrong with a flow, sorted, as far as modules are known from the outside (the editor knows their signatures);
 * `check` looks into their documents, too.
 */
export function validate(document: FlowDocument, registry: NodeDefinitions, context: CheckContext): readonly Diagnostic[] {
  return analyse(document, registry, context).diagnostics
}

/** `validate` with the steps' analyses, for whoever goes on from there. */
export function analyse(document: FlowDocument, registry: NodeDefinitions, context: CheckContext): FlowAnalysis {
  const around = { registry, kind: document.kind, variables: document.variables, outcomes: document.outcomes, context }
  const graph = flowGraph(document)
  const steps = new Map<string, StepAnalysis>([...graph.nodes].map(([id, node]) => [id, analyseStep(node, around)]))
  const own = [...steps].flatMap(([nodeId, { findings }]) => findings.map((found): Diagnostic => ({ ...found, nodeId })))
  const found = [
    ...checkVariables(document),
    ...checkStructure(document, registry),
    ...own,
    ...checkConnections(document, graph, steps),
    ...checkLoops(graph, steps),
  ]
  return { document, graph, steps, diagnostics: sorted(found, document) }
}

/** By step in document order (the flow's own first), then code and place. */
export function sorted(found: readonly Diagnostic[], document: FlowDocument): Diagnostic[] {
  const rank = new Map<string, number>()
  for (const { id } of document.nodes) if (!rank.has(id)) rank.set(id, rank.size)
  const order = (it: Diagnostic) => (it.nodeId === undefined ? -1 : (rank.get(it.nodeId) ?? rank.size))
  return found
    .map((it) => ({ it, rank: order(it), place: placeOf(it) }))
    .sort((a, b) => a.rank - b.rank || compare(a.place, b.place) || (a.it.range?.start ?? 0) - (b.it.range?.start ?? 0))
    .map(({ it }) => it)
}

/** Code, then path with list places as numbers, then exit. */
function placeOf({ code, path = [], outcome = '' }: Diagnostic): string {
  return `${code} ${path.map((key) => (typeof key === 'number' ? String(key).padStart(5, '0') : key)).join('.')} ${outcome}`
}

/** By code unit, so that the order does not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
