import type { CallEvent } from '@/engine/ports'
import { causeText } from './causes'

interface Departure {
  /** Of the hang-up, if one was asked for. */
  readonly cause?: number
  /** Given back to the dialplan, which goes on with it. */
  readonly handedBack: boolean
  readonly held: CallEvent[]
}

/**
 * Calls that are about to leave us. When its end is asked for, Asterisk ends what plays or records, tells that, and tells
 * only afterwards that the channel is gone; in between a step would take the end for a result of its own.
 */
export class Departures {
  readonly #calls = new Map<string, Departure>()

  has(callId: string): boolean {
    return this.#calls.has(callId)
  }

  /** The call's end has been asked for. */
  hangup(callId: string, cause: number): void {
    const { handedBack = false, held = [] } = this.#calls.get(callId) ?? {}
    this.#calls.set(callId, { cause, handedBack, held })
  }

  /** The dialplan has it again. */
  handBack(callId: string): void {
    this.#calls.set(callId, { held: [], ...this.#calls.get(callId), handedBack: true })
  }

  /** Keeps an event back until the call is gone; false when nobody has asked for its end. */
  hold(callId: string, event: CallEvent): boolean {
    const departure = this.#calls.get(callId)
    if (departure?.cause === undefined) return false
    departure.held.push(event)
    return true
  }

  /** The call is gone: what was held back, in order, and why it went. */
  end(callId: string): { readonly held: readonly CallEvent[]; readonly cause: string; readonly handedBack: boolean } {
    const { held = [], cause = 0, handedBack = false } = this.#calls.get(callId) ?? {}
    this.#calls.delete(callId)
    return { held, cause: causeText(cause), handedBack }
  }
}
