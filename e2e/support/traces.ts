import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { patchbayJson } from './cli'
import type { Product } from './product'

const Item = z.object({
  interactionId: z.string(),
  toNumber: z.string(),
  endedAt: z.string().nullable(),
  outcome: z.string().nullable(),
  errorCode: z.string().nullable(),
})

const Step = z.object({
  path: z.string(),
  type: z.string(),
  outcome: z.string().nullable(),
  output: z.json(),
  errorCode: z.string().nullable(),
})

const Details = Item.extend({
  fromNumber: z.string(),
  sessions: z.array(z.object({ sessionId: z.string(), flowName: z.string(), status: z.string(), steps: z.array(Step) })),
  recordings: z.array(z.object({ id: z.string(), nodePath: z.string(), durationMs: z.number() })),
})

/** A call as `patchbay calls show --trace --json` tells it. */
export type CallTrace = z.infer<typeof Details>

/** Calls as `patchbay calls list --json` tells them, latest first. */
export async function listCalls(product: Product, ...options: string[]): Promise<z.infer<typeof Item>[]> {
  return z.array(Item).parse(await patchbayJson(product, 'calls', 'list', ...options))
}

export async function traceOf(product: Product, interactionId: string): Promise<CallTrace> {
  return Details.parse(await patchbayJson(product, 'calls', 'show', interactionId, '--trace'))
}

/** The steps that a call went through: `['start start', 'ask matched:1', …]`. */
export function pathOf(call: CallTrace): string[] {
  return call.sessions.flatMap(({ steps }) => steps.map(({ path, outcome }) => `${path} ${outcome ?? '…'}`))
}

/** The calls to a number, once there are that many and all have ended; what is written a moment after the hang-up is waited for. */
export async function endedCalls(product: Product, number: string, count: number, withinMs = 15_000): Promise<CallTrace[]> {
  const end = Date.now() + withinMs
  for (;;) {
    const calls = await listCalls(product, '--number', number, '--limit', '100')
    const over = calls.filter(({ endedAt }) => endedAt !== null)
    if (over.length >= count) return Promise.all(over.map(({ interactionId }) => traceOf(product, interactionId)))
    if (Date.now() > end) throw new Error(`${over.length} of ${count} calls to ${number} have ended, ${calls.length} are known`)
    await sleep(500)
  }
}
