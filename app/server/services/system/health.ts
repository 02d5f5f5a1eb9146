import type { EngineHealth } from '@/engine/control/protocol'
import { storeProblem } from '../../store-problem'
import type { Services } from '../services'

/** How everything is; the web process is up, as it answers. */
export interface Health {
  readonly web: 'up'
  readonly engine: 'up' | 'degraded' | 'down'
  readonly telephony: { readonly state: 'up' | 'down' | 'none'; readonly version: string | null; readonly reason: string | null }
  readonly database: 'up' | 'busy' | 'full' | 'down'
  readonly sipPort: number | null
  readonly liveCalls: number
}

/** Asks engine and database; answers within about 2 s. */
export async function readHealth({ engine, prisma }: Pick<Services, 'engine' | 'prisma'>): Promise<Health> {
  const [asked, database] = await Promise.all([engine.health(), databaseHealth(prisma)])
  if (!asked.ok) {
    return {
      web: 'up',
      engine: 'down',
      telephony: { state: 'down', version: null, reason: asked.error.message },
      database,
      sipPort: null,
      liveCalls: 0,
    }
  }
  const { journal, telephony, sipPort, liveCalls }: EngineHealth = asked.value
  return {
    web: 'up',
    engine: journal === 'ok' ? 'up' : 'degraded',
    telephony: { state: telephony.state, version: telephony.version ?? null, reason: telephony.reason ?? null },
    database,
    sipPort,
    liveCalls,
  }
}

/** True when everything that this installation has is up. */
export function isHealthy({ engine, telephony, database }: Health): boolean {
  return engine === 'up' && telephony.state === 'up' && database === 'up'
}

async function databaseHealth(prisma: Services['prisma']): Promise<Health['database']> {
  try {
    await prisma.setting.count()
    return 'up'
  } catch (error) {
    const code = storeProblem(error)?.code
    return code === 'STORE_BUSY' ? 'busy' : code === 'STORE_FULL' ? 'full' : 'down'
  }
}
