import { z } from 'zod'

const CHANNEL = 'patchbay.visits'
/** Long enough for a tab in the background; nobody waits unless another visit left unsaved work. */
const ANSWER_MS = 800

const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('who'), flowId: z.string() }),
  z.object({ kind: z.literal('here'), flowId: z.string(), visit: z.string() }),
])

/** Answers other tabs that this visit of the flow goes on; returns how to stop. A tab that crashed or closed does not answer. */
export function announceVisit(flowId: string, visit: string): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = (event) => {
    const message = Message.safeParse(event.data).data
    if (message?.kind === 'who' && message.flowId === flowId) channel.postMessage({ kind: 'here', flowId, visit })
  }
  return () => channel.close()
}

/** Which of these visits of the flow are still open: asks the browser's other tabs, at most `waitMs` long. */
export function askVisits(flowId: string, wanted: readonly string[], waitMs = ANSWER_MS): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  if (wanted.length === 0 || typeof BroadcastChannel === 'undefined') return Promise.resolve(found)
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL)
    const end = () => {
      clearTimeout(timer)
      channel.close()
      resolve(found)
    }
    const timer = setTimeout(end, waitMs)
    channel.onmessage = (event) => {
      const message = Message.safeParse(event.data).data
      if (message?.kind !== 'here' || message.flowId !== flowId) return
      found.add(message.visit)
      if (wanted.every((visit) => found.has(visit))) end()
    }
    channel.postMessage({ kind: 'who', flowId })
  })
}
