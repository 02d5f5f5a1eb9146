import type { Problem } from '@/engine/errors'

/** Names of SQLite, PostgreSQL and the system for "another one is writing". */
const busy = /SQLITE_BUSY|SQLITE_LOCKED|database is locked|database table is locked|SocketTimeout|P1008|P2028|P2034|55P03|40001|40P01/
/** … and for "no room". */
const full = /SQLITE_FULL|database or disk is full|ENOSPC|EDQUOT|53100/
/** … and for "the database is not there". */
const down =
  /SQLITE_(CANTOPEN|IOERR|READONLY|CORRUPT|NOTADB)|ECONNREFUSED|P1001|P1017|57P0[123]|attempt to write a readonly database|unable to open database file/

/** Whether an error is the database's, and which problem it is; undefined for any other error. */
export function storeProblem(error: unknown): Problem | undefined {
  const text = textOf(error)
  if (busy.test(text)) return { code: 'STORE_BUSY', message: 'The database is busy with another write. Try again in a moment.' }
  if (full.test(text)) return { code: 'STORE_FULL', message: 'The disk of the database is full. Make room, then try again.' }
  if (down.test(text)) return { code: 'STORE_FAILED', message: 'The database cannot be used. The log of the web process has the details.' }
  return undefined
}

/** Codes and messages of an error and its causes; Prisma wraps the driver's error several times. */
function textOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 6) return ''
  const parts: string[] = []
  for (const key of ['code', 'message', 'originalCode', 'originalMessage', 'extendedCode', 'kind'] as const) {
    const value: unknown = Reflect.get(error, key)
    if (typeof value === 'string' || typeof value === 'number') parts.push(String(value))
  }
  for (const key of ['cause', 'meta', 'driverAdapterError'] as const) parts.push(textOf(Reflect.get(error, key), depth + 1))
  return parts.join(' ')
}
