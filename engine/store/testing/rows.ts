import type { InteractionRow, SessionRow, SessionWrite, StepRow } from '..'

export const START = Date.UTC(2026, 0, 31, 9, 30, 0, 123)

export function interaction(id: string, more: Partial<InteractionRow> = {}): InteractionRow {
  return {
    id,
    callId: `call-${id}`,
    fromNumber: '5550100',
    fromName: 'Ann',
    toNumber: '7000',
    startedAt: START,
    endedAt: null,
    outcome: null,
    errorCode: null,
    ...more,
  }
}

export function session(id: string, more: Partial<SessionRow> = {}): SessionRow {
  return {
    id,
    interactionId: `i-${id}`,
    versionId: 'v1',
    status: 'active',
    snapshot: '{"n":1}',
    startedAt: START + 5,
    endedAt: null,
    ...more,
  }
}

export function step(sessionId: string, visit: number, more: Partial<StepRow> = {}): StepRow {
  return {
    sessionId,
    visit,
    path: 'menu',
    type: 'menu',
    enteredAt: START + visit,
    leftAt: null,
    outcome: null,
    input: null,
    output: null,
    errorCode: null,
    errorMessage: null,
    ...more,
  }
}

export function write(more: Partial<SessionWrite> = {}): SessionWrite {
  return { steps: [], memos: [], deadlines: [], recordings: [], left: [], ...more }
}

/** A session that has just begun its first step. */
export function begun(id: string): SessionWrite {
  return write({ interaction: interaction(`i-${id}`), session: session(id), steps: [step(id, 1)] })
}
