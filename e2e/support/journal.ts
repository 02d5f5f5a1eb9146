import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Product } from './product'

/** The steps that calls are in right now, by who calls; read beside the engine, without asking it. */
export function openSteps(product: Pick<Product, 'dataDir'>): Readonly<Record<string, string>> {
  const database = new Database(join(product.dataDir, 'patchbay.db'), { readonly: true })
  try {
    const rows = database
      .prepare(
        `SELECT "Interaction"."fromNumber" AS "caller", "Step"."path" FROM "Step" JOIN "FlowSession" ON "FlowSession"."id" = "Step"."sessionId"
         JOIN "Interaction" ON "Interaction"."id" = "FlowSession"."interactionId" WHERE "Step"."leftAt" IS NULL AND "FlowSession"."status" = 'active'`,
      )
      .all() as { caller: string; path: string }[]
    return Object.fromEntries(rows.map(({ caller, path }) => [caller, path]))
  } finally {
    database.close()
  }
}

/** Waits until each caller is in that step. */
export async function untilIn(
  product: Pick<Product, 'dataDir'>,
  wanted: Readonly<Record<string, string>>,
  withinMs = 20_000,
): Promise<void> {
  for (const end = Date.now() + withinMs; ; await sleep(50)) {
    const now = openSteps(product)
    const elsewhere = Object.entries(wanted).filter(([caller, path]) => now[caller] !== path)
    if (elsewhere.length === 0) return
    if (Date.now() > end) throw new Error(elsewhere.map(([caller, path]) => `${caller} is in ${now[caller]}, not in ${path}`).join('; '))
  }
}
