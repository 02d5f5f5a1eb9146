import type { CallEvent } from '@/engine/ports'
import { CallEvents } from './call-events'
import type { Log } from './log'

/** Calls that ended unheard and are kept for a session that may still adopt them. */
const MOST_ENDED = 1000

/** Which calls are live, and what happened on each that nobody has heard yet. */
export class CallBook {
  readonly #live = new Map<string, CallEvents>()
  readonly #ended = new Map<string, CallEvents>()
  /** Before the first reconciliation a call not seen yet may still be live. */
  #settled = false

  constructor(
    private readonly log: Log,
    private readonly now: () => number,
  ) {}

  /** The live calls' ids. */
  get live(): readonly string[] {
    return [...this.#live.keys()]
  }

  isLive(callId: string): boolean {
    return this.#live.has(callId)
  }

  /** A call has come in. */
  begin(callId: string): CallEvents {
    this.#ended.delete(callId)
    return this.#live.get(callId) ?? this.#begin(callId)
  }

  /** Something happened on a call; one not known yet is live (it came in before we were started). */
  emit(callId: string, event: CallEvent): void {
    const ended = this.#ended.get(callId)
    if (ended) return
    const events = this.#live.get(callId) ?? this.#begin(callId)
    if (event.type === 'gone') this.#end(callId, events, event)
    else events.emit(event)
  }

  /** The stream of a call. One that is not live any more tells `gone`. */
  events(callId: string): CallEvents {
    const known = this.#live.get(callId) ?? this.#ended.get(callId)
    if (known) return known
    const events = this.#begin(callId)
    if (this.#settled) this.#end(callId, events, this.#vanished())
    return events
  }

  /**
   * After a (re)connect: `live` are there; those of `known` (live when the question was asked) that are not have gone.
   * Calls that began or ended meanwhile told so themselves.
   */
  settle(live: readonly string[], known = this.live): void {
    this.#settled = true
    const there = new Set(live)
    for (const callId of known) {
      const events = this.#live.get(callId)
      if (events && !there.has(callId)) this.#end(callId, events, this.#vanished())
    }
    for (const callId of there) {
      if (!this.#live.has(callId) && !this.#ended.has(callId)) this.#begin(callId)
    }
  }

  #begin(callId: string): CallEvents {
    const events = new CallEvents(this.log)
    this.#live.set(callId, events)
    return events
  }

  #end(callId: string, events: CallEvents, gone: CallEvent): void {
    events.emit(gone)
    this.#live.delete(callId)
    this.#ended.set(callId, events)
    if (this.#ended.size <= MOST_ENDED) return
    for (const oldest of this.#ended.keys()) {
      this.#ended.delete(oldest)
      return
    }
  }

  #vanished(): CallEvent {
    return { type: 'gone', cause: 'The call is not there any more', at: this.now() }
  }
}
