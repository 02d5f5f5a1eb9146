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

/** The same, where Patchbay has been started before; anything else is a mistake in the folder's name, and nothing is made there. */
export function existingConfig(target: Pick<Target, 'data'>): RuntimeConfig {
  const config = localConfig(target)
  if (databaseKind(config.databaseUrl) === 'sqlite') {
    const file = resolve(sqliteFile(config.databaseUrl))
    if (!existsSync(file)) {
      throw new UsageError(
        `There is no Patchbay in ${config.dataFolder} (${file} is missing).\n  Remedy: name its folder with --data or PATCHBAY_DATA, or start it once with npm start.`,
      )
    }
  }
  return config
}
