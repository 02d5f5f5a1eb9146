import type { InteractionRow, RecordingRow, SessionRow, SessionWrite, StepRow } from '@/engine/store'

interface Remembered<T> {
  readonly visit: number
  readonly key: string
  readonly value: T
}

/** What a session has changed in this tick. Rows replace earlier states of themselves. */
export class Pending {
  interaction: InteractionRow | undefined
  /** Made when it is written, so that many changes in one tick cost one snapshot. */
  session: (() => SessionRow) | undefined
  readonly recordings = new Map<string, RecordingRow>()
  readonly #steps = new Map<number, () => StepRow>()
  readonly #memos = new Map<string, Remembered<() => string>>()
  readonly #deadlines = new Map<string, Remembered<number>>()
  readonly #left = new Set<number>()

  constructor(private readonly sessionId: string) {}

  /** `row` makes it when it is written: what a key asks for goes out first. */
  step(visit: number, row: () => StepRow): void {
    this.#steps.set(visit, row)
  }

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
      steps: Array.from(this.#steps.values(), (row) => row()),
      memos: [...this.#memos.values()].map(({ visit, key, value }) => ({ sessionId, visit, key, value: value() })),
      deadlines: [...this.#deadlines.values()].map(({ visit, key, value }) => ({ sessionId, visit, key, dueAt: value })),
      recordings: [...this.recordings.values()],
      left: [...this.#left].map((visit) => ({ sessionId, visit })),
    }
  }
}
