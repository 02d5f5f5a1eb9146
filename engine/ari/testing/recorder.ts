import type { Call, CallEvent } from '@/engine/ports'

type Wanted<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>

/** Keeps all events of a call and lets a test wait for the next of a kind. */
export class Recorder {
  readonly events: CallEvent[] = []
  readonly #waiting = new Set<() => void>()
  #taken = 0

  constructor(call: Call) {
    call.on((event) => {
      this.events.push(event)
      for (const look of this.#waiting) look()
    })
  }

  /** The next event of that type that was not taken yet; those before it are passed over. */
  next<T extends CallEvent['type']>(type: T, where: (event: Wanted<T>) => boolean = () => true): Promise<Wanted<T>> {
    return new Promise((resolve) => {
      const look = () => {
        while (this.#taken < this.events.length) {
          const event = this.events[this.#taken++]
          if (event?.type !== type) continue
          // Its type says which event it is.
          const wanted = event as Wanted<T>
          if (!where(wanted)) continue
          this.#waiting.delete(look)
          resolve(wanted)
          return
        }
      }
      this.#waiting.add(look)
      look()
    })
  }

  all<T extends CallEvent['type']>(type: T): Wanted<T>[] {
    return this.events.filter((event): event is Wanted<T> => event.type === type)
  }

  get digits(): string {
    return this.all('digit')
      .map(({ digit }) => digit)
      .join('')
  }
}
