import { canConnect, type Diagnostic, type FlowDocument, type FlowEdge, type NodeDefinitions } from '@/engine/flow'
import type { Surroundings } from './surroundings'

/** Why an edge may not be drawn: the finding that it would cause. */
export type Illegal = Diagnostic

/** The rule that the compiler checks edges by, ready for the canvas: null when an edge may be drawn. */
export function legality(definitions: NodeDefinitions, { modules }: Pick<Surroundings, 'modules'>) {
  return (document: FlowDocument, edge: FlowEdge): Illegal | null => {
    const answer = canConnect(document, definitions, edge, modules)
    return answer.ok ? null : answer.finding
  }
}
