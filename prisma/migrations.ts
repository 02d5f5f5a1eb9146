import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, ok, type Result } from '@/engine/errors'
import type { DatabaseKind } from './database'

/** A migration as it is checked in. */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, hex, as `prisma migrate` stores it. */
  readonly checksum: string
}

/** A row of `_prisma_migrations`. */
export interface MigrationRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: string | Date | null
  readonly rolled_back_at: string | Date | null
}

/** What is being done: `applying` names the migration, `waiting` means that another process is at it. */
export type MigrationProgress =
  | { readonly kind: 'applying'; readonly name: string; readonly index: number; readonly count: number }
  | { readonly kind: 'waiting' }

export type OnMigration = (progress: MigrationProgress) => void

/** The migrations of one database, oldest first. They are found from the source and from the bundles in `dist/` alike. */
export function readMigrations(kind: DatabaseKind, folder: string = migrationsFolder(kind)): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const file = readFileSync(join(folder, name, 'migration.sql'))
      return { name, sql: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') }
    })
}

/** What is still to be applied, or why this database cannot be brought up to date. */
export function pendingMigrations(checkedIn: readonly Migration[], rows: readonly MigrationRow[]): Result<readonly Migration[]> {
  const recorded = rows.filter((row) => row.rolled_back_at === null)
  const failed = recorded.find((row) => row.finished_at === null)
  if (failed) {
    return migrationFailed(
      failed.migration_name,
      'an earlier attempt with other tools stopped half-way. Restore the last backup, or finish it by hand and set finished_at in _prisma_migrations.',
    )
  }
  const known = new Map(checkedIn.map((migration) => [migration.name, migration]))
  const unknown = recorded.find((row) => !known.has(row.migration_name))
  if (unknown) {
    const name = unknown.migration_name
    return fail(
      'STORE_TOO_NEW',
      `The database was written by a newer Patchbay (it has the migration ${name}). Update Patchbay, or restore a backup of this version.`,
      { migration: name },
    )
  }
  const changed = recorded.find((row) => known.get(row.migration_name)?.checksum !== row.checksum)
  if (changed) {
    return migrationFailed(
      changed.migration_name,
      'it was applied with another content than this version has. Use the version that made this database.',
    )
  }
  const done = new Set(recorded.map((row) => row.migration_name))
  return ok(checkedIn.filter((migration) => !done.has(migration.name)))
}

/** The problem of a migration that did not go through. */
export function migrationFailed(name: string, reason: string): Result<never> {
  return fail('STORE_MIGRATION_FAILED', `The database could not be brought up to date: migration ${name}: ${reason}`, {
    migration: name,
    reason,
  })
}

function migrationsFolder(kind: DatabaseKind): string {
  const wanted = join('prisma', kind, 'migrations')
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, wanted))) return join(folder, wanted)
    if (folder === dirname(folder)) throw new Error(`The folder ${wanted} is missing from this installation.`)
  }
}
