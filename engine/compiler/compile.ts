import type {
  CheckContext,
  CompilableNodes,
  CompiledFlow,
  Diagnostic,
  FlowDocument,
  FlowNode,
  NodeDefinitions,
  PublishedModule,
} from '@/engine/flow'
import { checkModules } from './checks/modules'
import type { ReadyNode } from './lower/frame'
import { languageOf } from './lower/language'
import { frameOf, type LowerInput, lowerFrame, type Tables } from './lower/lower'
import { machineJson } from './lower/machine'
import { moduleSignature } from './module-signature'
import { analyse, type FlowAnalysis } from './validate'

/** What a flow is compiled against. */
export interface CompileEnvironment {
  /** The flow's own id; null while it has none. */
  readonly flowId: string | null
  /** Live versions of all published modules, by flow id. */
  readonly modules: ReadonlyMap<string, PublishedModule>
  readonly secrets: CheckContext['secrets']
  readonly sounds: CheckContext['sounds']
}

export interface Compilation {
  /** Null where a diagnostic is an error. */
  readonly compiled: CompiledFlow | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Document → machine. Pure: the same input gives byte-identical JSON. Never throws; what is wrong is in `diagnostics`. */
export function compile(document: FlowDocument, registry: CompilableNodes, environment: CompileEnvironment): Compilation {
  const definitions = definitionsOf(registry)
  const modules = new Map([...environment.modules].map(([id, module]) => [id, moduleSignature(id, module.document, definitions)]))
  const context: CheckContext = { ...environment, modules }
  const analyses = new Map<FlowDocument, FlowAnalysis>()
  const analysed = (of: FlowDocument, flowId: string | null) => {
    const known = analyses.get(of) ?? analyse(of, definitions, { ...context, flowId })
    analyses.set(of, known)
    return known
  }
  const analysis = analysed(document, environment.flowId)
  const diagnostics = [
    ...analysis.diagnostics,
    ...checkModules(analysis, {
      published: (id) => environment.modules.get(id),
      analysis: (module) => analysed(module.document, module.flowId),
    }),
  ]
  if (diagnostics.some(({ severity }) => severity === 'error')) return { compiled: null, diagnostics }

  const input: LowerInput = {
    registry,
    modules: environment.modules,
    // All modules have been analysed by now, each under its own id.
    ready: (node, of) => readyNode(node, analysed(of, environment.flowId)),
  }
  const frame = frameOf(input, document, { scope: '', flowId: environment.flowId, version: null })
  if (!frame) return { compiled: null, diagnostics }
  const tables: Tables = { nodes: {}, scopes: {} }
  const states = lowerFrame(frame, input, tables)
  const start = frame.entry.config
  const machine = machineJson(frame, states)
  return { compiled: { format: 1, machine, ...tables, language: languageOf(start), maxSteps: maxStepsOf(start) }, diagnostics }
}

const known = new WeakMap<CompilableNodes, NodeDefinitions>()

/** The definitions alone, the same map each time, so that steps' analyses are kept. */
function definitionsOf(registry: CompilableNodes): NodeDefinitions {
  const before = known.get(registry)
  if (before) return before
  const definitions = new Map([...registry].map(([type, { definition }]) => [type, definition]))
  known.set(registry, definitions)
  return definitions
}

function readyNode(node: FlowNode, analysis: FlowAnalysis): ReadyNode | undefined {
  const step = analysis.steps.get(node.id)
  if (!step?.definition || !step.outcomes) return undefined
  return { node, definition: step.definition, config: step.config, outcomes: step.outcomes }
}

function maxStepsOf(entryConfig: unknown): number {
  const most = typeof entryConfig === 'object' && entryConfig !== null && 'maxSteps' in entryConfig ? entryConfig.maxSteps : undefined
  return typeof most === 'number' ? most : 500
}
