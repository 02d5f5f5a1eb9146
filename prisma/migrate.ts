import type { Result } from '@/engine/errors'
import { databaseKind } from './database'
import { migratePostgres } from './migrate-postgresql'
import { migrateSqlite } from './migrate-sqlite'
import { type Migration, type OnMigration, readMigrations } from './migrations'

/**
 * Brings the database of `url` up to date with the checked-in migrations, recorded as `prisma migrate` does; returns the
 * names of those applied. Processes that start at the same time take turns. A migration that fails leaves the database
 * as it was (`STORE_MIGRATION_FAILED`); a newer database is refused (`STORE_TOO_NEW`).
 */
export async function applyMigrations(
  url: string,
  onProgress: OnMigration = () => {},
  migrations?: readonly Migration[],
): Promise<Result<readonly string[]>> {
  const kind = databaseKind(url)
  const all = migrations ?? readMigrations(kind)
  return kind === 'sqlite' ? migrateSqlite(url, all, onProgress) : migratePostgres(url, all, onProgress)
}
