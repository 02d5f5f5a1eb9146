import type { DeadlineRow, MemoRow, StepRow } from './rows'
import type { Route, StoredSession } from './store'

/** An active session joined with its interaction, as both databases answer it (times in milliseconds). */
export interface ActiveRow {
  readonly id: string
  readonly interactionId: string
  readonly versionId: string
  readonly snapshot: string
  readonly sessionStartedAt: number
  readonly callId: string
  readonly fromNumber: string
  readonly fromName: string
  readonly toNumber: string
  readonly startedAt: number
}

export type OpenStepRow = Pick<StepRow, 'sessionId' | 'visit' | 'path' | 'type' | 'enteredAt'>

/** Puts the rows of all active sessions together, session by session. */
export function assemble(
  sessions: readonly ActiveRow[],
  memos: readonly MemoRow[],
  deadlines: readonly DeadlineRow[],
  openSteps: readonly OpenStepRow[],
): StoredSession[] {
  const memosOf = bySession(memos)
  const deadlinesOf = bySession(deadlines)
  const stepOf = new Map(openSteps.map((step) => [step.sessionId, step]))
  return sessions.map((row) => {
    const { id, interactionId, versionId, snapshot, sessionStartedAt, ...call } = row
    const step = stepOf.get(id)
    return {
      session: { id, interactionId, versionId, status: 'active', snapshot, startedAt: sessionStartedAt, endedAt: null },
      interaction: { id: interactionId, ...call, endedAt: null, outcome: null, errorCode: null },
      memos: memosOf.get(id) ?? [],
      deadlines: deadlinesOf.get(id) ?? [],
      openStep: step && { ...step, leftAt: null, outcome: null, input: null, output: null, errorCode: null, errorMessage: null },
    }
  })
}

/** What the entry point's row says; undefined when there is none. */
export function toRoute(row: { readonly flowId: string; readonly versionId: string | null } | undefined): Route {
  if (!row) return { kind: 'unassigned' }
  return row.versionId ? { kind: 'version', versionId: row.versionId, flowId: row.flowId } : { kind: 'unpublished' }
}

function bySession<T extends { readonly sessionId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.sessionId)
    if (group) group.push(row)
    else groups.set(row.sessionId, [row])
  }
  return groups
}
