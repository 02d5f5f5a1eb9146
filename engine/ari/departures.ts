import type { CallEvent } from '@/engine/ports'
import { causeText } from './causes'

interface Departure {
  readonly cause: number
  readonly held: CallEvent[]
}

/**
 * Calls whose end has been asked for and that are not gone yet. Asterisk then ends what plays or records, tells that, and
 * tells only afterwards that the channel is gone; in between a step would take the end for a result of its own.
 */
export class Departures {
  readonly #calls = new Map<string, Departure>()

  begin(callId: string, cause: number): void {
    if (!this.#calls.has(callId)) this.#calls.set(callId, { cause, held: [] })
  }

  /** Keeps an event back until the call is gone; false when it is not about to be. */
  hold(callId: string, event: CallEvent): boolean {
    const departure = this.#calls.get(callId)
    departure?.held.push(event)
    return departure !== undefined
  }

  /** The call is gone: what was held back, in order, and why it went. */
  end(callId: string): { readonly held: readonly CallEvent[]; readonly cause: string } {
    const departure = this.#calls.get(callId)
    this.#calls.delete(callId)
    return { held: departure?.held ?? [], cause: causeText(departure?.cause ?? 0) }
  }
}
