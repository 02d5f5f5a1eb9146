import pg from 'pg'
import { type ActiveRow, assemble, type OpenStepRow, toRoute } from './assemble'
import { postgresProblem } from './postgres-problem'
import { postgresRows, WRITE } from './postgres-write'
import { queries } from './queries'
import type { DeadlineRow, MemoRow } from './rows'
import type { Store, StoredVersion } from './store'

export interface PostgresStoreOptions {
  readonly connectionString: string
  /** `public` where absent. */
  readonly schema?: string
  /** Longest a write may take, in ms. */
  readonly timeoutMs?: number
}

/**
 * The store over PostgreSQL. A batch is one prepared statement, so it is one round trip and one commit. Writes have a
 * connection of their own that reads never delay; a lost connection is made anew with the next write.
 */
export function openPostgresStore({ connectionString, schema = 'public', timeoutMs = 5000 }: PostgresStoreOptions): Store {
  const settings = {
    connectionString,
    options: `-c search_path=${schema} -c timezone=UTC`,
    keepAlive: true,
    connectionTimeoutMillis: 3000,
    query_timeout: timeoutMs,
  }
  // A lock is waited for briefly: the journal would rather be told, and try again.
  const writer = new pg.Pool({ ...settings, options: `${settings.options} -c lock_timeout=500`, max: 1 })
  const reader = new pg.Pool({ ...settings, max: 4 })
  // An idle connection that breaks is only replaced; what breaks in use is told to whoever uses it.
  for (const pool of [writer, reader]) pool.on('error', () => {})
  const sql = queries('$1', (column) => `(extract(epoch from ${column})*1000)::float8`)
  const all = async <T extends pg.QueryResultRow>(name: keyof typeof sql, values: readonly string[] = []) =>
    (await reader.query<T>({ name, text: sql[name], values: [...values] })).rows
  return {
    async write(batch) {
      try {
        await writer.query({ name: 'journal', text: WRITE, values: [JSON.stringify(postgresRows(batch))] })
        return { ok: true }
      } catch (error) {
        return { ok: false, error: postgresProblem(error) }
      }
    },
    async activeSessions() {
      return assemble(
        await all<ActiveRow>('sessions'),
        await all<MemoRow>('memos'),
        await all<DeadlineRow>('deadlines'),
        await all<OpenStepRow>('openSteps'),
      )
    },
    async route(number) {
      return toRoute((await all<{ flowId: string; versionId: string | null }>('route', [number]))[0])
    },
    async knowsCall(callId) {
      return (await all<{ id: string }>('call', [callId])).length > 0
    },
    async version(versionId) {
      return (await all<StoredVersion & pg.QueryResultRow>('version', [versionId]))[0]
    },
    async soundFile(name) {
      return (await all<{ file: string }>('sound', [name]))[0]?.file
    },
    async sealedSecret(name) {
      return (await all<{ ciphertext: string }>('secret', [name]))[0]?.ciphertext
    },
    async liveVersionIds() {
      return (await all<{ versionId: string }>('liveVersions')).map((row) => row.versionId)
    },
    async close() {
      await Promise.all([writer.end(), reader.end()])
    },
  }
}
