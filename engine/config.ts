import { resolve } from 'node:path'
import { z } from 'zod'

const Environment = z.object({
  PATCHBAY_DATA: z.string().min(1).default('.data'),
  DATABASE_URL: z.string().min(1).optional(),
  PATCHBAY_LOG: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})

/** What the engine is told by its environment. */
export interface EngineConfig {
  /** Absolute. */
  readonly dataFolder: string
  readonly databaseUrl: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/** Reads `PATCHBAY_DATA`, `DATABASE_URL` and `PATCHBAY_LOG`; throws with the name of what cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): EngineConfig {
  const { PATCHBAY_DATA, DATABASE_URL, PATCHBAY_LOG } = Environment.parse(env)
  const dataFolder = resolve(PATCHBAY_DATA)
  return { dataFolder, databaseUrl: DATABASE_URL ?? `file:${dataFolder}/patchbay.db`, logLevel: PATCHBAY_LOG }
}
