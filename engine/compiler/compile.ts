import type { CompilableNodes, CompiledFlow, Diagnostic, FlowDocument, FlowNode, NodeDefinitions, PublishedModule } from '@/engine/flow'
import { type CheckEnvironment, checkWhole } from './check'
import type { ReadyNode } from './lower/frame'
import { languageOf } from './lower/language'
import { frameOf, type LowerInput, lowerFrame, type Tables } from './lower/lower'
import { machineJson } from './lower/machine'
import type { FlowAnalysis } from './validate'

/** What a flow is compiled against: its modules are written into it. */
export interface CompileEnvironment extends CheckEnvironment {
  readonly modules: ReadonlyMap<string, PublishedModule>
}

export interface Compilation {
  /** Null where a diagnostic is an error. */
  readonly compiled: CompiledFlow | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Document → machine. Pure: the same input gives byte-identical JSON. Never throws; what is wrong is in `diagnostics`. */
export function compile(document: FlowDocument, registry: CompilableNodes, environment: CompileEnvironment): Compilation {
  const { analysed, diagnostics } = checkWhole(document, definitionsOf(registry), environment)
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
