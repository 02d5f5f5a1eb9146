import type { CallEvent } from '@/engine/ports'
import type { Log } from './log'

/** A caller who holds a key down while nobody listens must not fill the memory. */
const MOST_WAITING = 1000

/**
 * The events of one call. While nobody listens they are kept (a session is stored, or read back after a restart,
 * before it subscribes); the first listener then gets them in order.
 */
export class CallEvents {
  readonly #listeners = new Set<(event: CallEvent) => void>()
  #waiting: CallEvent[] = []
  #flushing = false

  constructor(private readonly log: Log) {}

  get listened(): boolean {
    return this.#listeners.size > 0
  }

  on(listener: (event: CallEvent) => void): () => void {
    // One entry a subscription, even when the same function subscribes twice.
    const entry = (event: CallEvent) => listener(event)
    this.#listeners.add(entry)
    this.#flushSoon()
    return () => void this.#listeners.delete(entry)
  }

  emit(event: CallEvent): void {
    if (this.#listeners.size > 0 && this.#waiting.length === 0) this.#tell(event)
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(event)
    else this.log.warn({ type: event.type }, 'event of a call dropped: nobody listens')
  }

  /** In a microtask, so that `on` has returned before the first event comes. */
  #flushSoon(): void {
    if (this.#waiting.length === 0 || this.#flushing) return
    this.#flushing = true
    queueMicrotask(() => {
      this.#flushing = false
      while (this.#listeners.size > 0) {
        const event = this.#waiting.shift()
        if (!event) return
        this.#tell(event)
      }
    })
  }

  #tell(event: CallEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event)
      } catch (error) {
        // One session's fault must not reach the other calls of this process.
        this.log.error({ error: String(error), type: event.type }, 'a listener to call events threw')
      }
    }
  }
}
