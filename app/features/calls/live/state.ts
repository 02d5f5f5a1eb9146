import type { EngineEvent, LiveSession } from '@/engine/control/protocol'

/** `present`: these calls are on and no others, whatever was told before. */
export type LiveEvent = EngineEvent | { readonly type: 'present'; readonly calls: readonly LiveSession[] }

/** One call in a flow right now, as far as events have told. */
export interface LiveCall {
  readonly sessionId: string
  readonly flowId: string
  /** Null for a call that was up before we began to listen. */
  readonly interactionId: string | null
  readonly from: string | null
  readonly to: string | null
  /** State path of the step it is in. */
  readonly path: string | null
  readonly visit: number
}

export type LiveCalls = ReadonlyMap<string, LiveCall>

/** The calls after an event; the same map when it changed nothing. */
export function afterEvent(calls: LiveCalls, event: LiveEvent): LiveCalls {
  if (event.type === 'present') return new Map(event.calls.map((call) => [call.sessionId, { ...call, visit: 0 }]))
  const known = calls.get(event.sessionId)
  switch (event.type) {
    case 'session-started': {
      const { sessionId, flowId, interactionId, from, to } = event
      return new Map(calls).set(sessionId, { path: null, visit: 0, ...known, sessionId, flowId, interactionId, from, to })
    }
    case 'step-entered': {
      const { sessionId, flowId, path, visit } = event
      // Events of one session come in order, but a replay may repeat some.
      if (known && known.visit > visit) return calls
      return new Map(calls).set(sessionId, { interactionId: null, from: null, to: null, ...known, sessionId, flowId, path, visit })
    }
    case 'step-left':
      return calls
    case 'session-ended': {
      if (!known) return calls
      const rest = new Map(calls)
      rest.delete(event.sessionId)
      return rest
    }
  }
}

/** How many calls are in each step of a flow, by state path. `countByPath(calls, 'f1').get('menu')` → 2. */
export function countByPath(calls: LiveCalls, flowId: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const call of calls.values()) {
    if (call.flowId === flowId && call.path !== null) counts.set(call.path, (counts.get(call.path) ?? 0) + 1)
  }
  return counts
}
