import type { SessionWrite } from './store'

/** A batch as the arrays that `WRITE` reads; texts are made fit for PostgreSQL, which stores neither NUL nor half a surrogate. */
export function postgresRows(batch: readonly SessionWrite[]) {
  return {
    interactions: batch.flatMap(({ interaction }) => (interaction ? [row(interaction, ['startedAt', 'endedAt'])] : [])),
    sessions: batch.flatMap(({ session }) => (session ? [row(session, ['startedAt', 'endedAt'])] : [])),
    steps: batch.flatMap(({ steps }) => steps.map((step) => row(step, ['enteredAt', 'leftAt']))),
    memos: batch.flatMap(({ memos }) => memos.map((memo) => row(memo, []))),
    deadlines: batch.flatMap(({ deadlines }) => deadlines.map((deadline) => row(deadline, ['dueAt']))),
    recordings: batch.flatMap(({ recordings }) => recordings.map((recording) => row(recording, ['createdAt']))),
    left: batch.flatMap(({ left }) => left),
  }
}

function row(source: object, times: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => {
      if (typeof value === 'string') return [key, Buffer.from(value.replaceAll('\0', ''), 'utf8').toString('utf8')] // half a surrogate becomes U+FFFD
      // Prisma's columns are `timestamp` without zone, in UTC.
      if (typeof value === 'number' && times.includes(key)) return [key, new Date(value).toISOString().slice(0, -1)]
      return [key, value]
    }),
  )
}

const visitRows = (name: string) => `json_to_recordset(b.j->'${name}') AS x`

/**
 * One statement, hence one transaction. A visit's rows are either written or dropped in one batch, never both (the journal
 * sees to it), because parts of one statement do not see each other's work.
 */
export const WRITE = `
WITH b AS (SELECT $1::json AS j),
interactions AS (
  INSERT INTO "Interaction" ("id","callId","fromNumber","fromName","toNumber","startedAt","endedAt","outcome","errorCode")
  SELECT x."id",x."callId",x."fromNumber",x."fromName",x."toNumber",x."startedAt",x."endedAt",x."outcome",x."errorCode"
  FROM b, ${visitRows('interactions')}("id" text,"callId" text,"fromNumber" text,"fromName" text,"toNumber" text,"startedAt" timestamp,"endedAt" timestamp,"outcome" text,"errorCode" text)
  ON CONFLICT ("id") DO UPDATE SET "endedAt"=excluded."endedAt","outcome"=excluded."outcome","errorCode"=excluded."errorCode"),
sessions AS (
  INSERT INTO "FlowSession" ("id","interactionId","versionId","status","snapshot","startedAt","endedAt")
  SELECT x."id",x."interactionId",x."versionId",x."status",x."snapshot",x."startedAt",x."endedAt"
  FROM b, ${visitRows('sessions')}("id" text,"interactionId" text,"versionId" text,"status" text,"snapshot" text,"startedAt" timestamp,"endedAt" timestamp)
  ON CONFLICT ("id") DO UPDATE SET "status"=excluded."status","snapshot"=excluded."snapshot","endedAt"=excluded."endedAt"),
steps AS (
  INSERT INTO "Step" ("sessionId","visit","path","type","enteredAt","leftAt","outcome","input","output","errorCode","errorMessage")
  SELECT x."sessionId",x."visit",x."path",x."type",x."enteredAt",x."leftAt",x."outcome",x."input",x."output",x."errorCode",x."errorMessage"
  FROM b, ${visitRows('steps')}("sessionId" text,"visit" int,"path" text,"type" text,"enteredAt" timestamp,"leftAt" timestamp,"outcome" text,"input" text,"output" text,"errorCode" text,"errorMessage" text)
  ON CONFLICT ("sessionId","visit") DO UPDATE SET "leftAt"=excluded."leftAt","outcome"=excluded."outcome","input"=excluded."input",
    "output"=excluded."output","errorCode"=excluded."errorCode","errorMessage"=excluded."errorMessage"),
memos AS (
  INSERT INTO "VisitMemo" ("sessionId","visit","key","value")
  SELECT x."sessionId",x."visit",x."key",x."value" FROM b, ${visitRows('memos')}("sessionId" text,"visit" int,"key" text,"value" text)
  ON CONFLICT ("sessionId","visit","key") DO UPDATE SET "value"=excluded."value"),
deadlines AS (
  INSERT INTO "Deadline" ("sessionId","visit","key","dueAt")
  SELECT x."sessionId",x."visit",x."key",x."dueAt" FROM b, ${visitRows('deadlines')}("sessionId" text,"visit" int,"key" text,"dueAt" timestamp)
  ON CONFLICT ("sessionId","visit","key") DO UPDATE SET "dueAt"=excluded."dueAt"),
recordings AS (
  INSERT INTO "Recording" ("id","interactionId","sessionId","nodePath","file","durationMs","createdAt")
  SELECT x."id",x."interactionId",x."sessionId",x."nodePath",x."file",x."durationMs",x."createdAt"
  FROM b, ${visitRows('recordings')}("id" text,"interactionId" text,"sessionId" text,"nodePath" text,"file" text,"durationMs" int,"createdAt" timestamp)
  ON CONFLICT ("id") DO UPDATE SET "durationMs"=excluded."durationMs","file"=excluded."file"),
droppedMemos AS (
  DELETE FROM "VisitMemo" m USING b, ${visitRows('left')}("sessionId" text,"visit" int) WHERE m."sessionId"=x."sessionId" AND m."visit"=x."visit")
DELETE FROM "Deadline" d USING b, ${visitRows('left')}("sessionId" text,"visit" int) WHERE d."sessionId"=x."sessionId" AND d."visit"=x."visit"`
