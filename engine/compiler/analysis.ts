import type { CheckContext, FlowDocument, FlowKind, FlowNode, NodeDefinition, NodeDefinitions, NodeFinding, Outcome } from '@/engine/flow'
import { finding, issueFindings } from '@/engine/flow'
import { checkConfig, checkFields } from './checks/config'
import { modulesOf } from './module-signature'

/** All that one step's analysis depends on besides the step; the same objects mean the same answer. */
export interface Surroundings {
  readonly registry: NodeDefinitions
  readonly kind: FlowKind
  readonly variables: FlowDocument['variables']
  readonly outcomes: FlowDocument['outcomes']
  readonly context: CheckContext
}

/** One step by itself: its type, its config if that is valid, its exits, and what is wrong with it. */
export interface StepAnalysis {
  readonly node: FlowNode
  readonly definition?: NodeDefinition
  /** Undefined where the config does not pass the schema. */
  readonly config?: unknown
  /** Undefined where they cannot be known: unknown type or invalid config. */
  readonly outcomes?: readonly Outcome[]
  readonly findings: readonly NodeFinding[]
}

interface Kept {
  readonly around: Surroundings
  readonly analysis: StepAnalysis
}

/** By step as an object: an editor changes one step at a time and leaves the others as they are. */
const kept = new WeakMap<FlowNode, Kept>()

/** Analyses a step; a step that is the same object in the same surroundings is analysed once. */
export function analyseStep(node: FlowNode, around: Surroundings): StepAnalysis {
  const before = kept.get(node)
  if (before && sameSurroundings(before.around, around)) return before.analysis
  const analysis = analyseNow(node, around)
  kept.set(node, { around, analysis })
  return analysis
}

function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return (
    a.registry === b.registry &&
    a.kind === b.kind &&
    a.variables === b.variables &&
    a.outcomes === b.outcomes &&
    a.context.flowId === b.context.flowId &&
    a.context.modules === b.context.modules &&
    a.context.modulesUnknown === b.context.modulesUnknown &&
    a.context.secrets === b.context.secrets &&
    a.context.sounds === b.context.sounds
  )
}

function analyseNow(node: FlowNode, around: Surroundings): StepAnalysis {
  const definition = around.registry.get(node.type)
  if (!definition) return { node, findings: [finding('PB104', 'error', { params: { type: node.type } })] }
  if (node.version > definition.version) {
    const params = { version: node.version, known: definition.version }
    return { node, definition, findings: [finding('PB105', 'error', { params })] }
  }
  const findings: NodeFinding[] = []
  if (!definition.kinds.includes(around.kind)) findings.push(finding('PB106', 'error', { params: { type: node.type } }))
  const parsed = definition.schema.safeParse(node.config)
  if (!parsed.success) {
    findings.push(...issueFindings(parsed.error, node.config))
    return { node, definition, findings }
  }
  const config = parsed.data
  if (around.context.modulesUnknown && modulesOf(definition, config).length > 0) {
    findings.push(...checkFields(definition, config, around))
    return { node, definition, config, findings }
  }
  findings.push(...checkConfig(definition, config, around))
  const outcomes = definition.outcomes(config, { modules: around.context.modules, kind: around.kind })
  return { node, definition, config, outcomes, findings }
}
