import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { fail, ok, type Result } from '@/engine/errors'
import { sqliteFile } from './database'
import { type Migration, type MigrationRow, migrationFailed, type OnMigration, pendingMigrations } from './migrations'

const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/** Waiting for another starter blocks this process, so it is bounded; a migration of a large database may take a while. */
const WAIT_MS = 60_000

export function migrateSqlite(url: string, migrations: readonly Migration[], onProgress: OnMigration): Result<readonly string[]> {
  const file = resolve(sqliteFile(url))
  let db: SqliteDatabase.Database
  try {
    mkdirSync(dirname(file), { recursive: true })
    db = new SqliteDatabase(file, { timeout: WAIT_MS })
  } catch (error) {
    return fail('STORE_FAILED', `The database file ${file} cannot be opened: ${text(error)}`, { file, reason: text(error) })
  }
  try {
    db.pragma('journal_mode = WAL')
    // Tables are rebuilt by some migrations; with foreign keys on, that would delete the rows that point at them.
    db.pragma('foreign_keys = OFF')
    // IMMEDIATE: a second starter waits here, and then finds the work done.
    return db.transaction(() => applyAll(db, migrations, onProgress)).immediate()
  } catch (error) {
    if (error instanceof Rollback) return error.result
    return fail('STORE_FAILED', `The database file ${file} cannot be used: ${text(error)}`, { file, reason: text(error) })
  } finally {
    db.close()
  }
}

/** Thrown inside the transaction so that it is rolled back. */
class Rollback extends Error {
  constructor(readonly result: Result<never>) {
    super('rollback')
  }
}

function applyAll(db: SqliteDatabase.Database, migrations: readonly Migration[], onProgress: OnMigration): Result<readonly string[]> {
  db.exec(table)
  const rows = db.prepare('SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations"').all()
  // The columns are those just selected.
  const pending = pendingMigrations(migrations, rows as MigrationRow[])
  if (!pending.ok) return pending
  const record = db.prepare(
    'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
  )
  pending.value.forEach((migration, index) => {
    onProgress({ kind: 'applying', name: migration.name, index, count: pending.value.length })
    const started = now()
    try {
      db.exec(migration.sql)
      const broken = db.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0) throw new Error(`${broken.length} rows would point at nothing`)
    } catch (error) {
      throw new Rollback(migrationFailed(migration.name, `${text(error)}. The database was left as it was.`))
    }
    record.run(randomUUID(), migration.checksum, migration.name, started, now())
  })
  return ok(pending.value.map((migration) => migration.name))
}

const now = () => new Date().toISOString().replace('Z', '+00:00')
const text = (error: unknown) => (error instanceof Error ? error.message : String(error))
