import type { DeadlineRow, InteractionRow, MemoRow, RecordingRow, SessionRow, SessionWrite, StepRow } from '@/engine/store'

/** A session's changes that the database does not have yet, tick upon tick, merged row by row: it never grows by repetition. */
export class Unstored {
  #interaction: InteractionRow | undefined
  #session: SessionRow | undefined
  readonly #steps = new Map<number, StepRow>()
  readonly #memos = new Map<string, MemoRow>()
  readonly #deadlines = new Map<string, DeadlineRow>()
  readonly #recordings = new Map<string, RecordingRow>()
  readonly #left = new Map<number, { readonly sessionId: string; readonly visit: number }>()

  /** Adds what came later. */
  apply(write: SessionWrite): void {
    this.#interaction = write.interaction ?? this.#interaction
    this.#session = write.session ?? this.#session
    for (const step of write.steps) this.#steps.set(step.visit, step)
    for (const left of write.left) {
      this.#left.set(left.visit, left)
      for (const rows of [this.#memos, this.#deadlines]) {
        for (const [key, row] of rows) if (row.visit === left.visit) rows.delete(key)
      }
    }
    for (const memo of write.memos) this.#memos.set(`${memo.visit} ${memo.key}`, memo)
    for (const deadline of write.deadlines) this.#deadlines.set(`${deadline.visit} ${deadline.key}`, deadline)
    for (const recording of write.recordings) this.#recordings.set(recording.id, recording)
  }

  toWrite(): SessionWrite {
    return {
      interaction: this.#interaction,
      session: this.#session,
      steps: [...this.#steps.values()],
      memos: [...this.#memos.values()],
      deadlines: [...this.#deadlines.values()],
      recordings: [...this.#recordings.values()],
      left: [...this.#left.values()],
    }
  }
}

/** Roughly how much memory a write takes that waits for its database, in bytes. */
export function sizeOf(write: SessionWrite): number {
  let size = 200 + (write.session?.snapshot.length ?? 0)
  for (const step of write.steps) size += 300 + (step.input?.length ?? 0) + (step.output?.length ?? 0) + (step.errorMessage?.length ?? 0)
  for (const memo of write.memos) size += 100 + memo.value.length
  return size + 150 * (write.deadlines.length + write.recordings.length + write.left.length)
}
