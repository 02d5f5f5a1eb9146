import type { Diagnostic, DiagnosticCode } from '../diagnostic'
import { finding } from '../diagnostic-sentences'
import type { FlowDocument, FlowEdge } from '../document'
import type { OutcomeContext } from '../node-kit'
import type { NodeDefinitions } from '../node-map'

/** What the rule asks about the steps at an edge's ends. */
export interface ConnectionEnds {
  readonly exists: (nodeId: string) => boolean
  /** Whether calls begin there. */
  readonly isStart: (nodeId: string) => boolean
  /** The exits it has; undefined where they cannot be known. */
  readonly exits: (nodeId: string) => readonly string[] | undefined
}

/** What is wrong with one connection (PB107, PB108, PB110); the same rule on the canvas and in the compiler. */
export function connectionFindings({ from, outcome, to }: ConnectionLike, ends: ConnectionEnds): Diagnostic[] {
  const drawn = ends.exists(from)
  const place = drawn ? { nodeId: from, outcome } : {}
  const found = [...new Set([from, to])]
    .filter((id) => !ends.exists(id))
    .map((id) => finding('PB107', 'error', { ...place, params: { id } }))
  if (ends.isStart(to)) found.push(finding('PB110', 'error', place))
  const exits = ends.exits(from)
  if (exits && !exits.includes(outcome)) found.push(finding('PB108', 'error', { ...place, params: { outcome } }))
  return found
}

type ConnectionLike = Readonly<Record<keyof FlowEdge, string>>

/** Whether an edge may be drawn, and if not, by which finding. An exit that is connected already is drawn anew. */
export type MayConnect = { readonly ok: true } | { readonly ok: false; readonly code: DiagnosticCode; readonly finding: Diagnostic }

/** `canConnect(document, registry, { from: 'menu', outcome: 'matched:1', to: 'play' })`: pure; asks nobody but its arguments. */
export function canConnect(
  document: Pick<FlowDocument, 'nodes' | 'kind'>,
  registry: NodeDefinitions,
  edge: ConnectionLike,
  modules: OutcomeContext['modules'] = new Map(),
): MayConnect {
  const nodeOf = (id: string) => document.nodes.find((node) => node.id === id)
  const [finding] = connectionFindings(edge, {
    exists: (id) => nodeOf(id) !== undefined,
    isStart: (id) => registry.get(nodeOf(id)?.type ?? '')?.singleton === true,
    exits: (id) => {
      const node = nodeOf(id)
      const definition = registry.get(node?.type ?? '')
      const config = definition?.schema.safeParse(node?.config)
      if (!definition || !config?.success) return undefined
      return definition.outcomes(config.data, { modules, kind: document.kind }).map((outcome) => outcome.id)
    },
  })
  return finding ? { ok: false, code: finding.code, finding } : { ok: true }
}
