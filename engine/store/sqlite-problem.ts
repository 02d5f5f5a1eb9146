import Database from 'better-sqlite3'
import type { StoreProblem } from './store'

/** What SQLite's error means to a call in progress. */
export function sqliteProblem(error: unknown): StoreProblem {
  const code = error instanceof Database.SqliteError ? error.code : ''
  const reason = error instanceof Error ? error.message : String(error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return { code: 'STORE_BUSY', refused: false, message: 'The database is locked by another process.', params: { reason } }
  }
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
    return { code: 'STORE_FULL', refused: false, message: 'The disk of the database is full.', params: { reason } }
  }
  const refused = code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH' || code === 'SQLITE_TOOBIG'
  return { code: 'STORE_FAILED', refused, message: `The database refused a write: ${reason}`, params: { reason, sqlite: code } }
}
