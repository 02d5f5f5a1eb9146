import type { Clock } from '@/engine/ports'

interface Alarm {
  readonly due: number
  readonly order: number
  readonly wake: () => void
}

/** A clock that stands still until it is moved; for tests. */
export class VirtualClock implements Clock {
  #now: number
  #order = 0
  readonly #alarms: Alarm[] = []

  constructor(start = Date.UTC(2026, 0, 5, 9)) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  at(due: number, wake: () => void): () => void {
    const alarm = { due, order: this.#order++, wake }
    this.#alarms.push(alarm)
    return () => {
      const index = this.#alarms.indexOf(alarm)
      if (index >= 0) this.#alarms.splice(index, 1)
    }
  }

  /** When the next alarm is due. */
  next(): number | undefined {
    return this.#earliest()?.due
  }

  /** Moves on by `ms`, ringing every alarm at its time and letting promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await settle()
    for (let alarm = this.#earliest(); alarm && alarm.due <= end; alarm = this.#earliest()) {
      this.#alarms.splice(this.#alarms.indexOf(alarm), 1)
      this.#now = Math.max(this.#now, alarm.due)
      alarm.wake()
      await settle()
    }
    this.#now = end
  }

  #earliest(): Alarm | undefined {
    return this.#alarms.reduce<Alarm | undefined>(
      (first, alarm) => (!first || alarm.due < first.due || (alarm.due === first.due && alarm.order < first.order) ? alarm : first),
      undefined,
    )
  }
}

/** Lets everything run that waits for promises alone. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
