import type { Database } from 'better-sqlite3'
import type { SessionWrite } from './store'
import { sqliteTime, sqliteTimeOrNull } from './time'

/** Writes one session's changes inside the caller's transaction. */
export function sqliteWrites(db: Database): (write: SessionWrite) => void {
  const interaction = db.prepare(
    `INSERT INTO "Interaction" ("id","callId","fromNumber","fromName","toNumber","startedAt","endedAt","outcome","errorCode") VALUES (?,?,?,?,?,?,?,?,?)
     ON CONFLICT ("id") DO UPDATE SET "endedAt"=excluded."endedAt","outcome"=excluded."outcome","errorCode"=excluded."errorCode"`,
  )
  const newSession = db.prepare(
    `INSERT INTO "FlowSession" ("id","interactionId","versionId","status","snapshot","startedAt","endedAt") VALUES (?,?,?,?,?,?,?)`,
  )
  const session = db.prepare(`UPDATE "FlowSession" SET "status"=?,"snapshot"=?,"endedAt"=? WHERE "id"=?`)
  const newStep = db.prepare(
    `INSERT INTO "Step" ("sessionId","visit","path","type","enteredAt","leftAt","outcome","input","output","errorCode","errorMessage")
     VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT ("sessionId","visit") DO NOTHING`,
  )
  const step = db.prepare(
    `UPDATE "Step" SET "leftAt"=?,"outcome"=?,"input"=?,"output"=?,"errorCode"=?,"errorMessage"=? WHERE "sessionId"=? AND "visit"=?`,
  )
  const memo = db.prepare(
    `INSERT INTO "VisitMemo" ("sessionId","visit","key","value") VALUES (?,?,?,?)
     ON CONFLICT ("sessionId","visit","key") DO UPDATE SET "value"=excluded."value"`,
  )
  const deadline = db.prepare(
    `INSERT INTO "Deadline" ("sessionId","visit","key","dueAt") VALUES (?,?,?,?)
     ON CONFLICT ("sessionId","visit","key") DO UPDATE SET "dueAt"=excluded."dueAt"`,
  )
  const recording = db.prepare(
    `INSERT INTO "Recording" ("id","interactionId","sessionId","nodePath","file","durationMs","createdAt") VALUES (?,?,?,?,?,?,?)
     ON CONFLICT ("id") DO UPDATE SET "durationMs"=excluded."durationMs","file"=excluded."file"`,
  )
  const dropMemos = db.prepare(`DELETE FROM "VisitMemo" WHERE "sessionId"=? AND "visit"=?`)
  const dropDeadlines = db.prepare(`DELETE FROM "Deadline" WHERE "sessionId"=? AND "visit"=?`)

  return (write) => {
    const i = write.interaction
    if (i) {
      const end = [sqliteTimeOrNull(i.endedAt), i.outcome, i.errorCode]
      interaction.run(i.id, i.callId, i.fromNumber, i.fromName, i.toNumber, sqliteTime(i.startedAt), ...end)
    }
    const s = write.session
    if (s) {
      const end = sqliteTimeOrNull(s.endedAt)
      const { changes } = session.run(s.status, s.snapshot, end, s.id)
      if (changes === 0) newSession.run(s.id, s.interactionId, s.versionId, s.status, s.snapshot, sqliteTime(s.startedAt), end)
    }
    for (const t of write.steps) {
      const entered = sqliteTime(t.enteredAt)
      if (t.leftAt === null) {
        newStep.run(t.sessionId, t.visit, t.path, t.type, entered, null, null, t.input, null, null, null)
        continue
      }
      const left = sqliteTime(t.leftAt)
      const { changes } = step.run(left, t.outcome, t.input, t.output, t.errorCode, t.errorMessage, t.sessionId, t.visit)
      if (changes > 0) continue
      newStep.run(t.sessionId, t.visit, t.path, t.type, entered, left, t.outcome, t.input, t.output, t.errorCode, t.errorMessage)
    }
    for (const visit of write.left) {
      dropMemos.run(visit.sessionId, visit.visit)
      dropDeadlines.run(visit.sessionId, visit.visit)
    }
    for (const m of write.memos) memo.run(m.sessionId, m.visit, m.key, m.value)
    for (const d of write.deadlines) deadline.run(d.sessionId, d.visit, d.key, sqliteTime(d.dueAt))
    for (const r of write.recordings) {
      recording.run(r.id, r.interactionId, r.sessionId, r.nodePath, r.file, r.durationMs, sqliteTime(r.createdAt))
    }
  }
}
