import type { Database } from 'better-sqlite3'
import { type ActiveRow, assemble, type OpenStepRow, toRoute } from './assemble'
import { queries } from './queries'
import type { DeadlineRow, MemoRow } from './rows'
import type { Store, StoredVersion } from './store'
import { fromSqliteTime } from './time'

/** Rows as SQLite has them: times are Prisma's texts. */
type Raw<T, K extends keyof T> = { readonly [P in keyof T]: P extends K ? string | number : T[P] }

/** The queries of the store. The row types mirror the statements' columns, which the database itself guarantees. */
export function sqliteReads(db: Database): Omit<Store, 'write' | 'close'> {
  const sql = queries('?', (column) => column)
  const sessions = db.prepare<[], Raw<ActiveRow, 'sessionStartedAt' | 'startedAt'>>(sql.sessions)
  const memos = db.prepare<[], MemoRow>(sql.memos)
  const deadlines = db.prepare<[], Raw<DeadlineRow, 'dueAt'>>(sql.deadlines)
  const openSteps = db.prepare<[], Raw<OpenStepRow, 'enteredAt'>>(sql.openSteps)
  const route = db.prepare<[string], { flowId: string; versionId: string | null }>(sql.route)
  const call = db.prepare<[string], { id: string }>(sql.call)
  const version = db.prepare<[string], StoredVersion>(sql.version)
  const sound = db.prepare<[string], { file: string }>(sql.sound)
  const secret = db.prepare<[string], { ciphertext: string }>(sql.secret)
  const live = db.prepare<[], { versionId: string }>(sql.liveVersions)
  return {
    async activeSessions() {
      return assemble(
        sessions
          .all()
          .map((row) => ({ ...row, sessionStartedAt: fromSqliteTime(row.sessionStartedAt), startedAt: fromSqliteTime(row.startedAt) })),
        memos.all(),
        deadlines.all().map((row) => ({ ...row, dueAt: fromSqliteTime(row.dueAt) })),
        openSteps.all().map((row) => ({ ...row, enteredAt: fromSqliteTime(row.enteredAt) })),
      )
    },
    async route(number) {
      return toRoute(route.get(number))
    },
    async knowsCall(callId) {
      return call.get(callId) !== undefined
    },
    async version(versionId) {
      return version.get(versionId)
    },
    async soundFile(name) {
      return sound.get(name)?.file
    },
    async sealedSecret(name) {
      return secret.get(name)?.ciphertext
    },
    async liveVersionIds() {
      return live.all().map((row) => row.versionId)
    },
  }
}
