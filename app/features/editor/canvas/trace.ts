import type { FlowDocument } from '@/engine/flow'
import { edgeKey } from '../model/keys'
import type { StepTrace } from './types'

/** One visit of a step, as a call's journal tells it. */
export interface TraceVisit {
  /** State path: the step's id, or `runModule.inner` for steps inside a module. */
  readonly path: string
  readonly outcome: string | null
  readonly errorCode?: string | null
}

/** A call's way through a drawing. */
export interface FlowTrace {
  /** By step id. */
  readonly steps: ReadonlyMap<string, StepTrace>
  /** Keys of the edges that it took. */
  readonly edges: ReadonlySet<string>
  /** The trace of a step that it did not come by. */
  readonly passed: StepTrace
}

/** Numbers the visits of the drawn steps; what happened inside a module counts for the step that ran it. */
export function traceOf(document: Pick<FlowDocument, 'edges'>, visits: readonly TraceVisit[]): FlowTrace {
  const steps = new Map<string, { visits: number[]; failed: boolean }>()
  const way = drawnVisits(visits)
  for (const [index, { id, failed }] of way.entries()) {
    const step = steps.get(id) ?? { visits: [], failed: false }
    step.visits.push(index + 1)
    step.failed ||= failed
    steps.set(id, step)
  }
  const edges = new Set<string>()
  for (const [index, { id, outcome }] of way.entries()) {
    const next = way[index + 1]?.id
    // the outcome tells the edge; where a module was left, its exit is known by where the call went on
    const taken = document.edges.find((edge) => edge.from === id && edge.to === next && (outcome === null || edge.outcome === outcome))
    const led = taken ?? document.edges.find((edge) => edge.from === id && edge.to === next)
    if (led) edges.add(edgeKey(led))
  }
  return { steps, edges, passed: { visits: [], failed: false } }
}

function drawnVisits(visits: readonly TraceVisit[]): { id: string; outcome: string | null; failed: boolean }[] {
  const way: { id: string; outcome: string | null; failed: boolean }[] = []
  for (const { path, outcome, errorCode } of visits) {
    const id = path.split('.', 1)[0] ?? path
    const inside = path !== id
    const failed = errorCode !== undefined && errorCode !== null
    const last = way.at(-1)
    if (inside && last?.id === id) last.failed ||= failed
    else way.push({ id, outcome: inside ? null : outcome, failed })
  }
  return way
}
