/** Rows of the hot path, as the engine writes and reads them. Times are milliseconds since the Unix epoch. */

export interface InteractionRow {
  readonly id: string
  readonly callId: string
  readonly fromNumber: string
  readonly fromName: string
  readonly toNumber: string
  readonly startedAt: number
  readonly endedAt: number | null
  readonly outcome: string | null
  readonly errorCode: string | null
}

export interface SessionRow {
  readonly id: string
  readonly interactionId: string
  readonly versionId: string
  readonly status: 'active' | 'ended'
  readonly snapshot: string
  readonly startedAt: number
  readonly endedAt: number | null
}

export interface StepRow {
  readonly sessionId: string
  readonly visit: number
  readonly path: string
  readonly type: string
  readonly enteredAt: number
  readonly leftAt: number | null
  readonly outcome: string | null
  /** JSON texts. */
  readonly input: string | null
  readonly output: string | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
}

export interface MemoRow {
  readonly sessionId: string
  readonly visit: number
  readonly key: string
  /** JSON text. */
  readonly value: string
}

export interface DeadlineRow {
  readonly sessionId: string
  readonly visit: number
  readonly key: string
  readonly dueAt: number
}

export interface RecordingRow {
  readonly id: string
  readonly interactionId: string
  readonly sessionId: string
  readonly nodePath: string
  /** Relative to the data folder, where it lies inside it. */
  readonly file: string
  readonly durationMs: number
  readonly createdAt: number
}
