import type { Json, LeaveParams, PopFrame, TransitionJson } from '@/engine/flow'
import { type Frame, pathOf, type ReadyNode } from './frame'

/** The machine's own id; targets are absolute, `#flow.<path>`, so that they mean the same at any depth. */
export const MACHINE = 'flow'

/** `reenter`: an edge back to the same step visits it again. */
export function transition(target: string, params: LeaveParams): TransitionJson {
  return { target: `#${MACHINE}.${target}`, reenter: true, actions: [{ type: 'leave', params: toJson(params) }] }
}

function toJson({ path, pop, push, handles }: LeaveParams): Json {
  return {
    path,
    ...(pop && pop.length > 0
      ? { pop: pop.map(({ scope, into, results }) => ({ scope, into, results: results.map((result) => ({ ...result })) })) }
      : {}),
    ...(push ? { push: { scope: push.scope } } : {}),
    ...(handles ? { handles } : {}),
  }
}

/** Where a step's outcome leads: its edge, else the default handler; through as many frames as it takes. */
export function leave(frame: Frame, step: ReadyNode, outcome: string, path: string, pop: readonly PopFrame[] = []): TransitionJson {
  if (outcome === '$end') return transition('$end', { path, pop })
  if (outcome === '$hangup') return hangup(frame, path)
  const edge = frame.graph.edges.get(step.node.id)?.get(outcome)
  if (edge) return transition(pathOf(frame, edge.to), { path, pop })
  const known = step.outcomes.find(({ id }) => id === outcome)
  switch (known?.unconnected ?? (known?.role === 'main' ? 'end' : 'error')) {
    case 'end':
      return transition('$end', { path, pop })
    case 'hangup':
      return hangup(frame, path)
    case 'error':
      return fail(frame, step, path, pop)
  }
}

/** The error handler: the start step's `error` edge; in a module without one, the run-module step's own `error` exit. */
function fail(frame: Frame, step: ReadyNode, path: string, pop: readonly PopFrame[]): TransitionJson {
  const handler = frame.graph.edges.get(frame.entry.node.id)?.get('error')
  if (handler && !frame.handlerOnly.has(step.node.id)) return transition(pathOf(frame, handler.to), { path, pop, handles: true })
  if (!frame.parent) return transition('$error', { path, pop })
  return exit(frame, 'error', path, pop)
}

/** Leaves a module's frame by one of the run-module step's exits. */
export function exit(frame: Frame, outcome: string, path: string, pop: readonly PopFrame[] = []): TransitionJson {
  const { parent } = frame
  if (!parent) return transition('$error', { path, pop })
  const left: PopFrame = { scope: frame.scope, into: parent.frame.scope, results: parent.results }
  return leave(parent.frame, parent.step, outcome, path, [...pop, left])
}

/** The hang-up handler is the flow's, also for its modules; their frames stay, as nobody returns to them. */
export function hangup(frame: Frame, path: string): TransitionJson {
  return rootHandler(frame, 'hangup', '$end', path)
}

/** A handler of the flow itself: the start step's edge, else a built-in state. */
export function rootHandler(frame: Frame, outcome: string, otherwise: string, path: string): TransitionJson {
  let root = frame
  while (root.parent) root = root.parent.frame
  const edge = root.graph.edges.get(root.entry.node.id)?.get(outcome)
  return transition(edge ? pathOf(root, edge.to) : otherwise, { path })
}
