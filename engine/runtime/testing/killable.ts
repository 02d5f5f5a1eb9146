import type { Clock } from '@/engine/ports'
import type { Store } from '@/engine/store'
import type { JournalLog } from '../journal/log'

/** What one engine's life has: after `kill()` no timer of it wakes and nothing of it is written, as after kill -9. */
export class Life {
  #dead = false

  kill(): void {
    this.#dead = true
  }

  clock(clock: Clock): Clock {
    return { now: () => clock.now(), at: (due, wake) => clock.at(due, () => void (this.#dead || wake())) }
  }

  store(store: Store): Store {
    return { ...store, write: (batch) => (this.#dead ? new Promise(() => {}) : store.write(batch)) }
  }

  journalFile(file: JournalLog): JournalLog {
    return { ...file, append: (tick) => this.#dead || file.append(tick), mark: () => (this.#dead ? () => {} : file.mark()) }
  }

  /** A promise that stays open for the dead. */
  async guard<T>(work: Promise<T>): Promise<T> {
    const value = await work
    return this.#dead ? new Promise(() => {}) : value
  }
}
