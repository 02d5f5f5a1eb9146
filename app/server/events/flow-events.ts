import { EventEmitter } from 'node:events'

/** What happens to a draft while people look at it. */
export type FlowEvent =
  | { readonly kind: 'saved'; readonly revision: number; readonly by: string }
  | { readonly kind: 'present'; readonly users: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'published'; readonly number: number; readonly by: string }

/** Tells the open editors of a flow about each other; lives in the web process. */
export interface FlowEvents {
  emit(flowId: string, event: FlowEvent): void
  /** Events of a flow for as long as `signal` is not aborted; meanwhile `user` counts as present. */
  watch(flowId: string, user: { readonly id: string; readonly name: string }, signal: AbortSignal): AsyncIterable<FlowEvent>
}

/** Events kept for a browser that reads slowly; the oldest go first. */
const MAX_QUEUED = 200

export function createFlowEvents(): FlowEvents {
  const emitter = new EventEmitter().setMaxListeners(0)
  // By flow, then one entry an open page: a person with two pages is there until both are closed.
  const present = new Map<string, Map<symbol, { readonly id: string; readonly name: string }>>()
  const emit = (flowId: string, event: FlowEvent) => void emitter.emit(flowId, event)
  const tellPresence = (flowId: string) => {
    const users = new Map([...(present.get(flowId)?.values() ?? [])].map((user) => [user.id, user]))
    emit(flowId, { kind: 'present', users: [...users.values()] })
  }

  async function* watch(flowId: string, user: { readonly id: string; readonly name: string }, signal: AbortSignal) {
    const queue: FlowEvent[] = []
    let wake = () => {}
    const listener = (event: FlowEvent) => {
      queue.push(event)
      if (queue.length > MAX_QUEUED) queue.shift()
      wake()
    }
    const page = Symbol(user.id)
    const pages = present.get(flowId) ?? new Map()
    present.set(flowId, pages.set(page, user))
    emitter.on(flowId, listener)
    const onAbort = () => wake()
    signal.addEventListener('abort', onAbort)
    try {
      tellPresence(flowId)
      while (!signal.aborted) {
        const event = queue.shift()
        if (event) yield event
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      signal.removeEventListener('abort', onAbort)
      emitter.off(flowId, listener)
      pages.delete(page)
      if (pages.size === 0) present.delete(flowId)
      else tellPresence(flowId)
    }
  }

  return { emit, watch }
}
