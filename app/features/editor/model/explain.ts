import type { FlowEdge, FlowKind, FlowNode, ModuleSignature, NodeDefinition, NodeDefinitions, Outcome, SummaryLine } from '@/engine/flow'
import { equal } from './equal'

/** What a step is and does, as its type sees it. Total: a step of an unknown type or with a broken config has one too. */
export interface Explanation {
  /** Null where this build does not know the type. */
  readonly definition: NodeDefinition | null
  readonly outcomes: readonly Outcome[]
  readonly summary: readonly SummaryLine[]
  /** Whether the config passes the type's schema; where not, outcomes are a best guess. */
  readonly valid: boolean
}

export type Explain = (node: FlowNode) => Explanation

/**
 * Memoised by step: an unchanged step is described once, and an exit that stays the same when the step changes is the same
 * object, so that what shows it is not drawn again. `modules` null: it is not known which there are. Make a new one when kind or modules change.
 */
export function createExplain(definitions: NodeDefinitions, kind: FlowKind, modules: ReadonlyMap<string, ModuleSignature> | null): Explain {
  const known = new WeakMap<FlowNode, Explanation>()
  const last = new Map<string, readonly Outcome[]>()
  return (node) => {
    const found = known.get(node)
    if (found) return found
    const fresh = explain(definitions.get(node.type) ?? null, node, { kind, modules })
    const made = { ...fresh, outcomes: keep(last.get(node.id), fresh.outcomes) }
    last.set(node.id, made.outcomes)
    known.set(node, made)
    return made
  }
}

/** `next` with the objects of `before` where they say the same. */
function keep(before: readonly Outcome[] | undefined, next: readonly Outcome[]): readonly Outcome[] {
  if (!before) return next
  const kept = next.map((outcome) => before.find((old) => equal(old, outcome)) ?? outcome)
  return kept.length === before.length && kept.every((outcome, index) => outcome === before[index]) ? before : kept
}

type Context = { readonly kind: FlowKind; readonly modules: ReadonlyMap<string, ModuleSignature> | null }

function explain(definition: NodeDefinition | null, node: FlowNode, { kind, modules }: Context): Explanation {
  if (!definition) return { definition, outcomes: [], summary: [], valid: false }
  const context = { kind, modules: modules ?? new Map() }
  const summary = (config: unknown) => definition.summary(config, modules ? context : undefined)
  const parsed = definition.schema.safeParse(node.config)
  if (parsed.success) return { definition, outcomes: definition.outcomes(parsed.data, context), summary: summary(parsed.data), valid: true }
  try {
    // while a field is being edited the config may be half done; most types can still tell their exits from it
    return { definition, outcomes: definition.outcomes(node.config, context), summary: summary(node.config), valid: false }
  } catch {
    return { definition, outcomes: definition.outcomes(definition.defaults, context), summary: [], valid: false }
  }
}

/** The exits that edges of this step are drawn from: the described ones, then those that only edges still name. */
export function exits(edges: readonly FlowEdge[], id: string, described: readonly Outcome[]): readonly Outcome[] {
  const ids = new Set(described.map((outcome) => outcome.id))
  const orphans = edges.filter((edge) => edge.from === id && !ids.has(edge.outcome))
  if (orphans.length === 0) return described
  const kept = orphans.map((edge): Outcome => ({ id: edge.outcome, role: 'branch', label: edge.outcome }))
  // errors come last, as everywhere
  const errors = described.findIndex((outcome) => outcome.role === 'error')
  return errors < 0 ? [...described, ...kept] : described.toSpliced(errors, 0, ...kept)
}
