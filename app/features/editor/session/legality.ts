import { canConnect, type Diagnostic, type FlowDocument, type FlowEdge, type NodeDefinitions } from '@/engine/flow'
import type { Surroundings } from './surroundings'

/** Why an edge may not be drawn: the finding that it would cause. */
export type Illegal = Diagnostic

/** The compiler's own rule for edges, ready for the canvas: null when an edge may be drawn. */
export function legality(definitions: NodeDefinitions, { modules }: Surroundings) {
  return (document: FlowDocument, edge: FlowEdge): Illegal | null => {
    const may = canConnect(document, definitions, edge, modules)
    return may.ok ? null : may.finding
  }
}
