import type { InteractionRow, RecordingRow, SessionRow, SessionWrite, StepRow } from '@/engine/store'

interface Remembered<T> {
  readonly visit: number
  readonly key: string
  readonly value: T
}

/** What a session has changed since its last commit. Rows replace earlier states of themselves, so it never grows by repetition. */
export class Pending {
  interaction: InteractionRow | undefined
  /** Made when it is written, so that many changes in one tick cost one snapshot. */
  session: (() => SessionRow) | undefined
  readonly steps = new Map<number, StepRow>()
  readonly recordings = new Map<string, RecordingRow>()
  readonly #memos = new Map<string, Remembered<() => string>>()
  readonly #deadlines = new Map<string, Remembered<number>>()
  readonly #left = new Set<number>()

  constructor(private readonly sessionId: string) {}

  /** `value` makes the JSON when it is written: a visit that ends in the same tick has nothing to write. */
  memo(visit: number, key: string, value: () => string): void {
    this.#memos.set(`${visit} ${key}`, { visit, key, value })
  }

  deadline(visit: number, key: string, dueAt: number): void {
    this.#deadlines.set(`${visit} ${key}`, { visit, key, value: dueAt })
  }

  /** The visit is over: none of the `count` rows that it remembered is of use any more. */
  leave(visit: number, count: number): void {
    let unwritten = 0
    for (const rows of [this.#memos, this.#deadlines]) {
      for (const [key, row] of rows) {
        if (row.visit !== visit) continue
        rows.delete(key)
        unwritten++
      }
    }
    if (unwritten < count) this.#left.add(visit)
  }

  toWrite(): SessionWrite {
    const { sessionId } = this
    return {
      interaction: this.interaction,
      session: this.session?.(),
      steps: [...this.steps.values()],
      memos: Array.from(this.#memos.values(), ({ visit, key, value }) => ({ sessionId, visit, key, value: value() })),
      deadlines: Array.from(this.#deadlines.values(), ({ visit, key, value }) => ({ sessionId, visit, key, dueAt: value })),
      recordings: [...this.recordings.values()],
      left: Array.from(this.#left, (visit) => ({ sessionId, visit })),
    }
  }

  /** Takes back a write that did not go through; what has changed since stands above it. */
  restore(write: SessionWrite): void {
    this.interaction ??= write.interaction
    const { session } = write
    if (session) this.session ??= () => session
    for (const row of write.steps) if (!this.steps.has(row.visit)) this.steps.set(row.visit, row)
    for (const { visit, key, value } of write.memos) this.#keep(this.#memos, { visit, key, value: () => value })
    for (const { visit, key, dueAt } of write.deadlines) this.#keep(this.#deadlines, { visit, key, value: dueAt })
    for (const row of write.recordings) if (!this.recordings.has(row.id)) this.recordings.set(row.id, row)
    for (const { visit } of write.left) this.#left.add(visit)
  }

  #keep<T>(rows: Map<string, Remembered<T>>, row: Remembered<T>): void {
    const key = `${row.visit} ${row.key}`
    if (!this.#left.has(row.visit) && !rows.has(key)) rows.set(key, row)
  }
}

/** Roughly how much memory a write takes that waits for its database, in bytes. */
export function sizeOf(write: SessionWrite): number {
  let size = 200 + (write.session?.snapshot.length ?? 0)
  for (const step of write.steps) size += 300 + (step.input?.length ?? 0) + (step.output?.length ?? 0) + (step.errorMessage?.length ?? 0)
  for (const memo of write.memos) size += 100 + memo.value.length
  return size + 150 * (write.deadlines.length + write.recordings.length + write.left.length)
}
