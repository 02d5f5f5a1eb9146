import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

/** The part of `GET /api/health` that the start looks at. */
const Health = z.object({
  web: z.string(),
  engine: z.string(),
  asterisk: z.object({ state: z.string() }),
  problem: z.object({ message: z.string() }).nullable(),
})
export type Health = z.infer<typeof Health>

/** Asks `/api/health` until `wanted` says yes; undefined when that takes longer than `withinMs`, or `signal` aborts. */
export async function untilHealthy(
  url: string,
  wanted: (health: Health) => boolean,
  withinMs: number,
  { pauseMs = 100, signal }: { readonly pauseMs?: number; readonly signal?: AbortSignal } = {},
): Promise<Health | undefined> {
  const end = Date.now() + withinMs
  while (Date.now() < end && !signal?.aborted) {
    const health = await ask(url)
    if (health && wanted(health)) return health
    await sleep(pauseMs, undefined, { signal }).catch(() => {})
  }
  return undefined
}

async function ask(url: string): Promise<Health | undefined> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) })
    return Health.parse(await response.json())
  } catch {
    // Not listening yet, or not all there: asked again until the time is up.
    return undefined
  }
}
