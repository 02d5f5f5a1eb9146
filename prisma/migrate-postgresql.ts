import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { fail, ok, type Result } from '@/engine/errors'
import { postgresConnection } from './database'
import { type Migration, type MigrationRow, migrationFailed, type OnMigration, pendingMigrations } from './migrations'

/** The advisory lock that `prisma migrate` takes too. */
const LOCK = 72707369

const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`

export async function migratePostgres(
  url: string,
  migrations: readonly Migration[],
  onProgress: OnMigration,
): Promise<Result<readonly string[]>> {
  const { connectionString, schema } = postgresConnection(url)
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`)
    await client.query(`SET search_path TO ${pg.escapeIdentifier(schema)}`)
    const free = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK])
    if (!free.rows[0]?.locked) {
      onProgress({ kind: 'waiting' })
      await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    }
    return await applyAll(client, migrations, onProgress)
  } catch (error) {
    return fail('STORE_FAILED', `PostgreSQL cannot be used: ${text(error)}`, { reason: text(error) })
  } finally {
    // Ending the connection frees the lock too.
    await client.end().catch(() => {})
  }
}

async function applyAll(client: pg.Client, migrations: readonly Migration[], onProgress: OnMigration): Promise<Result<readonly string[]>> {
  await client.query(table)
  const { rows } = await client.query<MigrationRow>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations"',
  )
  const pending = pendingMigrations(migrations, rows)
  if (!pending.ok) return pending
  for (const [index, migration] of pending.value.entries()) {
    onProgress({ kind: 'applying', name: migration.name, index, count: pending.value.length })
    const started = new Date()
    try {
      await client.query('BEGIN')
      await client.query(migration.sql)
      await client.query(
        'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, now(), 1)',
        [randomUUID(), migration.checksum, migration.name, started],
      )
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK')
      return migrationFailed(migration.name, `${text(error)}. The database was left as it was.`)
    }
  }
  return ok(pending.value.map((migration) => migration.name))
}

const text = (error: unknown) => (error instanceof Error ? error.message : String(error))
