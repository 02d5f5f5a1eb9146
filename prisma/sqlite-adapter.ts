import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import { createLock } from './lock'

/** Options of a SQLite connection. */
export interface SqliteOptions {
  readonly file: string
  /** How long a statement waits for another process, in ms. The wait blocks this process: keep it short. */
  readonly busyTimeoutMs: number
}

/**
 * Prisma's SQLite adapter with the two things that one shared connection needs: statements outside a transaction wait
 * until it is over (they would join it, and be lost with its rollback), and transactions take the write lock at once
 * (`BEGIN` alone fails with "busy", without waiting, when another process writes between its first read and first write).
 */
export function sqliteAdapter({ file, busyTimeoutMs }: SqliteOptions): SqlDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url: file, timeout: busyTimeoutMs })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const inner = await factory.connect()
      await inner.executeScript('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
      return exclusive(inner)
    },
  }
}

function exclusive(inner: SqlDriverAdapter): SqlDriverAdapter {
  const lock = createLock()
  const statement = (sql: string) => inner.executeRaw({ sql, args: [], argTypes: [] })
  const queries = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query: SqlQuery) => inner.queryRaw(query),
    executeRaw: (query: SqlQuery) => inner.executeRaw(query),
  }
  return {
    ...queries,
    queryRaw: (query) => lock.run(() => inner.queryRaw(query)),
    executeRaw: (query) => lock.run(() => inner.executeRaw(query)),
    executeScript: (script) => lock.run(() => inner.executeScript(script)),
    dispose: () => inner.dispose(),
    async startTransaction(): Promise<Transaction> {
      const release = await lock.acquire()
      try {
        await statement('BEGIN IMMEDIATE')
      } catch (error) {
        release()
        throw error
      }
      return {
        ...queries,
        // Prisma itself sends COMMIT and ROLLBACK as statements; these only tell that it is over.
        options: { usePhantomQuery: false },
        commit: async () => release(),
        rollback: async () => release(),
        createSavepoint: async (name) => void (await statement(`SAVEPOINT ${name}`)),
        rollbackToSavepoint: async (name) => void (await statement(`ROLLBACK TO ${name}`)),
        releaseSavepoint: async (name) => void (await statement(`RELEASE SAVEPOINT ${name}`)),
      }
    },
  }
}
