import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { configOf, type RuntimeConfig } from '@/app/server/runtime-config'
import { databaseKind, sqliteFile } from '@/prisma/database'
import type { Target } from './api'
import { UsageError } from './usage-error'

/** The configuration of the data folder that is meant: `--data`, else `PATCHBAY_DATA`, else `.data`. */
export function localConfig({ data }: Pick<Target, 'data'>): RuntimeConfig {
  return configOf(data ?? (process.env.PATCHBAY_DATA || '.data'), process.env.DATABASE_URL || undefined)
}

/** Whether Patchbay has been started in the data folder that is meant. */
export function hasInstallation(target: Pick<Target, 'data'>): boolean {
  return missingDatabase(localConfig(target)) === undefined
}

/** The file of a database that is not there yet; only SQLite's can be looked for. */
function missingDatabase({ databaseUrl }: RuntimeConfig): string | undefined {
  if (databaseKind(databaseUrl) !== 'sqlite') return undefined
  const file = resolve(sqliteFile(databaseUrl))
  return existsSync(file) ? undefined : file
}

/** That configuration, where Patchbay has been started before; anything else is a mistake in the folder's name, and nothing is made there. */
export function existingConfig(target: Pick<Target, 'data'>): RuntimeConfig {
  const config = localConfig(target)
  const missing = missingDatabase(config)
  if (missing) {
    throw new UsageError(
      `There is no Patchbay in ${config.dataFolder} (${missing} is missing).\n  Remedy: name its folder with --data or PATCHBAY_DATA, or start it once with npm start.`,
    )
  }
  return config
}
