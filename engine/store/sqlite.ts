import Database from 'better-sqlite3'
import { startCheckpoints } from './sqlite-checkpoint'
import { sqliteProblem } from './sqlite-problem'
import { sqliteReads } from './sqlite-reads'
import { sqliteWrites } from './sqlite-writes'
import type { SessionWrite, Store } from './store'

/** 80 MB. */
const FAR_BEHIND_PAGES = 20_000

/** The store over the SQLite database in `file`, which has been migrated: `openSqliteStore({ file })`. Throws where it cannot be opened. */
export function openSqliteStore({ file }: { readonly file: string }): Store {
  const store = sqliteStore(new Database(file, { fileMustExist: true }))
  const stopCheckpoints = startCheckpoints(file)
  return {
    ...store,
    async close() {
      await stopCheckpoints()
      await store.close()
    },
  }
}

/**
 * WAL, one commit a batch. Writing never waits for a lock (the event loop carries every call): `STORE_BUSY` comes back at
 * once and the journal tries again.
 */
export function sqliteStore(db: Database.Database): Store {
  // Switching to WAL, and reading the schema, may have to wait for another process; writing later never does.
  db.pragma('busy_timeout = 5000')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  // The thread of `startCheckpoints` does it; this one only steps in when that is far behind.
  db.pragma(`wal_autocheckpoint = ${FAR_BEHIND_PAGES}`)
  const reads = sqliteReads(db)
  const writeOne = sqliteWrites(db)
  db.pragma('busy_timeout = 0')
  const commit = db.transaction((batch: readonly SessionWrite[]) => {
    for (const write of batch) writeOne(write)
  })
  return {
    ...reads,
    write(batch) {
      try {
        // Takes the lock, or is refused it, before anything is written.
        commit.immediate(batch)
        return { ok: true }
      } catch (error) {
        return { ok: false, error: sqliteProblem(error) }
      }
    },
    async close() {
      db.close()
    },
  }
}
