import { setTimeout as sleep } from 'node:timers/promises'
import type { TRPCClient } from '@trpc/client'
import type { AppRouter } from '@/app/server/root'

export type Api = TRPCClient<AppRouter>
export type CallTrace = Awaited<ReturnType<Api['calls']['get']['query']>>

/** The steps that a call went through: `['start start', 'ask matched:1', …]`. */
export function pathOf({ sessions }: { sessions: readonly { steps: readonly { path: string; outcome: string | null }[] }[] }): string[] {
  return sessions.flatMap(({ steps }) => steps.map(({ path, outcome }) => `${path} ${outcome ?? '…'}`))
}

/** The same in the words of the drawing: `['entry start', 'Main matched:1', …]`; a step without a name is called by its id. */
export function namedPathOf({ sessions }: Pick<CallTrace, 'sessions'>): string[] {
  return sessions.flatMap(({ document, steps }) => {
    const names = new Map(document.nodes.map(({ id, name }) => [id as string, name]))
    return steps.map(({ nodeId, outcome }) => `${names.get(nodeId) ?? nodeId} ${outcome ?? '…'}`)
  })
}

/** The calls to a number with their traces, latest first, once that many have ended; what is written a moment after the hang-up is waited for. */
export async function endedCalls(api: Api, number: string, count: number, withinMs = 15_000): Promise<CallTrace[]> {
  for (const end = Date.now() + withinMs; ; await sleep(200)) {
    const { items } = await api.calls.list.query({ number, limit: 100 })
    const over = items.filter(({ endedAt }) => endedAt !== null)
    if (over.length >= count) return Promise.all(over.map(({ interactionId }) => api.calls.get.query({ interactionId })))
    if (Date.now() > end) throw new Error(`${over.length} of ${count} calls to ${number} have ended, ${items.length} are known`)
  }
}
