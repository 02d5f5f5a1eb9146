/** The reads that are the same text in both databases, but for the way a parameter and a time are written. */
export function queries(parameter: string, time: (column: string) => string) {
  const active = `SELECT "id" FROM "FlowSession" WHERE "status"='active'`
  return {
    sessions: `SELECT s."id",s."interactionId",s."versionId",s."snapshot",${time('s."startedAt"')} AS "sessionStartedAt",
        i."callId",i."fromNumber",i."fromName",i."toNumber",${time('i."startedAt"')} AS "startedAt"
      FROM "FlowSession" s JOIN "Interaction" i ON i."id"=s."interactionId"
      WHERE s."status"='active' AND i."callId" IS NOT NULL ORDER BY s."startedAt"`,
    memos: `SELECT "sessionId","visit","key","value" FROM "VisitMemo" WHERE "sessionId" IN (${active})`,
    deadlines: `SELECT "sessionId","visit","key",${time('"dueAt"')} AS "dueAt" FROM "Deadline" WHERE "sessionId" IN (${active})`,
    openSteps: `SELECT "sessionId","visit","path","type",${time('"enteredAt"')} AS "enteredAt" FROM "Step"
      WHERE "leftAt" IS NULL AND "sessionId" IN (${active}) ORDER BY "visit"`,
    route: `SELECT f."id" AS "flowId", f."liveVersionId" AS "versionId" FROM "EntryPoint" e JOIN "Flow" f ON f."id"=e."flowId"
      WHERE e."kind"='number' AND e."key"=${parameter}`,
    call: `SELECT "id" FROM "Interaction" WHERE "callId"=${parameter}`,
    version: `SELECT "id" AS "versionId","flowId","compiled" FROM "FlowVersion" WHERE "id"=${parameter}`,
    sound: `SELECT "file" FROM "Sound" WHERE "name"=${parameter}`,
    secret: `SELECT "ciphertext" FROM "Secret" WHERE "name"=${parameter}`,
    liveVersions: `SELECT DISTINCT f."liveVersionId" AS "versionId" FROM "EntryPoint" e JOIN "Flow" f ON f."id"=e."flowId"
      WHERE e."kind"='number' AND f."liveVersionId" IS NOT NULL`,
  }
}
