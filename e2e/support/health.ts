import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Product } from './product'

const Health = z.object({
  status: z.string(),
  engine: z.string(),
  database: z.string(),
  asterisk: z.object({ state: z.string() }),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
})
type Health = z.infer<typeof Health> & { readonly code: number }

/** What monitors see. */
async function health(product: Pick<Product, 'url'>): Promise<Health> {
  const response = await fetch(`${product.url}/api/health`, { signal: AbortSignal.timeout(10_000) })
  return { code: response.status, ...Health.parse(await response.json()) }
}

/** Asks until it says what is waited for. */
export async function untilHealth(product: Pick<Product, 'url'>, wanted: (health: Health) => boolean, withinMs = 30_000): Promise<Health> {
  for (const end = Date.now() + withinMs; ; await sleep(20)) {
    const now = await health(product)
    if (wanted(now)) return now
    if (Date.now() > end) throw new Error(`health stays ${JSON.stringify(now)}`)
  }
}
