import {
  type CompilableNodes,
  type CompileContext,
  type CompiledNode,
  type CompiledScope,
  type FlowDocument,
  type FlowNode,
  flowGraph,
  type Json,
  type PopFrame,
  type PublishedModule,
  reachable,
  type TransitionJson,
} from '@/engine/flow'
import { type Frame, pathOf, type ReadyNode } from './frame'
import { inLanguage, languageOf } from './language'
import { exit, hangup, leave, transition } from './transitions'

/** What lowering needs from the compiler: node types, published modules, and each step made ready. */
export interface LowerInput {
  readonly registry: CompilableNodes
  readonly modules: ReadonlyMap<string, PublishedModule>
  readonly ready: (node: FlowNode, document: FlowDocument) => ReadyNode | undefined
}

/** The tables of a compiled flow, filled while its states are made. */
export interface Tables {
  readonly nodes: Record<string, CompiledNode>
  readonly scopes: Record<string, CompiledScope>
}

/** A document as a frame; undefined where it has no start step, which validation has reported. */
export function frameOf(
  input: LowerInput,
  document: FlowDocument,
  place: Pick<Frame, 'scope' | 'flowId' | 'version' | 'parent'>,
): Frame | undefined {
  const graph = flowGraph(document)
  const nodes = [...graph.nodes.values()].flatMap((node) => input.ready(node, document) ?? [])
  const entry = nodes.find(({ definition }) => definition.singleton)
  if (!entry) return undefined
  const exits = graph.edges.get(entry.node.id)
  const handler = exits?.get('error')
  const others = [...(exits?.values() ?? [])].filter((edge) => edge !== handler).map((edge) => edge.to as string)
  const elsewhere = reachable(graph, others)
  const handlerOnly = new Set([...reachable(graph, handler ? [handler.to] : [])].filter((id) => !elsewhere.has(id)))
  return { ...place, document, graph, entry, nodes, handlerOnly }
}

/** The states of one frame, one per step; fills the tables on the way. */
export function lowerFrame(frame: Frame, input: LowerInput, tables: Tables): { readonly [key: string]: Json } {
  tables.scopes[frame.scope] = { flowId: frame.flowId, version: frame.version, variables: frame.document.variables }
  return Object.fromEntries(frame.nodes.map((step) => [step.node.id, lowerStep(frame, step, input, tables)]))
}

function lowerStep(frame: Frame, step: ReadyNode, input: LowerInput, tables: Tables): Json {
  const path = pathOf(frame, step.node.id)
  const { node, definition, config, outcomes } = step
  tables.nodes[path] = {
    nodeId: node.id,
    type: node.type,
    version: node.version,
    scope: frame.scope,
    config: (frame.parent ? wordsOf(frame, step) : config) as Json, // configs are records of JSON, and schemas only fill in JSON defaults
    connected: outcomes.filter(({ id }) => frame.graph.edges.get(node.id)?.has(id)).map(({ id }) => id),
  }
  const context: CompileContext = {
    type: node.type,
    path,
    scope: frame.scope,
    outcomes: outcomes.map(({ id }) => id),
    leave: (outcome) => (outcome === '$hangup' ? hangup(frame, path) : leave(frame, step, outcome, path)),
    inline: (flowId, results) => inlineModule(frame, step, flowId, results, input, tables),
    exit: (outcome) => exit(frame, outcome, path),
  }
  const compile = input.registry.get(definition.type)?.compile
  return compile ? compile(config, context) : {}
}

/** A step's config with its prompts in the module's language, where that is not the flow's. */
function wordsOf(frame: Frame, { definition, config }: ReadyNode): unknown {
  let root = frame
  while (root.parent) root = root.parent.frame
  const language = languageOf(frame.entry.config)
  return language === languageOf(root.entry.config) ? config : inLanguage(definition, config, language)
}

function inlineModule(
  frame: Frame,
  step: ReadyNode,
  flowId: string,
  results: PopFrame['results'],
  input: LowerInput,
  tables: Tables,
): { readonly states: { readonly [key: string]: Json }; readonly enter: TransitionJson } {
  const scope = pathOf(frame, step.node.id)
  const published = input.modules.get(flowId)
  const inner =
    published && frameOf(input, published.document, { scope, flowId, version: published.version, parent: { frame, step, results } })
  if (!inner) return { states: {}, enter: leave(frame, step, 'error', scope) }
  const start = pathOf(inner, inner.entry.node.id)
  return { states: lowerFrame(inner, input, tables), enter: transition(start, { path: scope, push: { scope } }) }
}
