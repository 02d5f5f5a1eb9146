import type { DeadlineRow, InteractionRow, MemoRow, RecordingRow, SessionRow, SessionWrite, StepRow } from '@/engine/store'

/** What a session has changed since its last commit. Rows replace earlier states of themselves, so it never grows by repetition. */
export class Pending {
  interaction: InteractionRow | undefined
  /** Made when it is written, so that many changes in one tick cost one snapshot. */
  session: (() => SessionRow) | undefined
  readonly steps = new Map<number, StepRow>()
  readonly memos = new Map<string, MemoRow>()
  readonly deadlines = new Map<string, DeadlineRow>()
  readonly recordings = new Map<string, RecordingRow>()
  readonly left = new Map<number, { readonly sessionId: string; readonly visit: number }>()

  memo(row: MemoRow): void {
    this.memos.set(`${row.visit} ${row.key}`, row)
  }

  deadline(row: DeadlineRow): void {
    this.deadlines.set(`${row.visit} ${row.key}`, row)
  }

  /** The visit is over: what it remembered is of no use any more, written or not. */
  leave(sessionId: string, visit: number): void {
    for (const rows of [this.memos, this.deadlines]) {
      for (const [key, row] of rows) if (row.visit === visit) rows.delete(key)
    }
    this.left.set(visit, { sessionId, visit })
  }

  toWrite(): SessionWrite {
    return {
      interaction: this.interaction,
      session: this.session?.(),
      steps: [...this.steps.values()],
      memos: [...this.memos.values()],
      deadlines: [...this.deadlines.values()],
      recordings: [...this.recordings.values()],
      left: [...this.left.values()],
    }
  }

  /** Takes back a write that did not go through; what has changed since stands above it. */
  restore(write: SessionWrite): void {
    this.interaction ??= write.interaction
    const { session } = write
    if (session) this.session ??= () => session
    for (const row of write.steps) if (!this.steps.has(row.visit)) this.steps.set(row.visit, row)
    for (const row of write.memos) this.#keep(this.memos, row)
    for (const row of write.deadlines) this.#keep(this.deadlines, row)
    for (const row of write.recordings) if (!this.recordings.has(row.id)) this.recordings.set(row.id, row)
    for (const row of write.left) this.left.set(row.visit, row)
  }

  #keep<T extends { readonly visit: number; readonly key: string }>(rows: Map<string, T>, row: T): void {
    const key = `${row.visit} ${row.key}`
    if (!this.left.has(row.visit) && !rows.has(key)) rows.set(key, row)
  }
}

/** Roughly how much memory a write takes that waits for its database, in bytes. */
export function sizeOf(write: SessionWrite): number {
  let size = 200 + (write.session?.snapshot.length ?? 0)
  for (const step of write.steps) size += 300 + (step.input?.length ?? 0) + (step.output?.length ?? 0) + (step.errorMessage?.length ?? 0)
  for (const memo of write.memos) size += 100 + memo.value.length
  return size + 150 * (write.deadlines.length + write.recordings.length + write.left.length)
}
