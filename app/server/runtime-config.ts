import { join, resolve } from 'node:path'
import { CONTROL_SOCKET } from '@/engine/control/protocol'

/** Where this instance keeps things. */
export interface RuntimeConfig {
  /** Absolute path. */
  readonly dataFolder: string
  readonly databaseUrl: string
  /** Unix socket of the engine. */
  readonly engineSocket: string
}

/** `configOf('/srv/patchbay')`: the configuration of a data folder; the database is SQLite in it unless a URL is given. */
export function configOf(dataFolder: string, databaseUrl?: string): RuntimeConfig {
  const folder = resolve(dataFolder)
  return {
    dataFolder: folder,
    databaseUrl: databaseUrl ?? `file:${join(folder, 'patchbay.db')}`,
    engineSocket: join(folder, CONTROL_SOCKET),
  }
}

/** Reads `PATCHBAY_DATA` and `DATABASE_URL`, at the time of the call: a build knows neither. */
export function runtimeConfig(env: NodeJS.ProcessEnv = process.env): RuntimeConfig {
  return configOf(env.PATCHBAY_DATA || '.data', env.DATABASE_URL || undefined)
}
