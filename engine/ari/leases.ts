import type { Ari } from './ari'

/** How long a call waits for an engine that has gone away. */
const SECONDS = 60

/**
 * Each call in our application is on loan: unless the loan is renewed, Asterisk takes the call out of the application when
 * it ends, and the dialplan says a sentence and rings the fallback. So a caller whose engine never comes back does not
 * wait in silence for ever. Two who talk need no engine, and are not limited.
 */
export class Leases {
  /** By call: when it was last renewed. */
  readonly #renewed = new Map<string, number>()
  readonly #timer: NodeJS.Timeout

  constructor(
    private readonly ari: Pick<Ari, 'act'>,
    private readonly talks: (callId: string) => boolean,
    private readonly seconds: number = SECONDS,
  ) {
    this.#timer = setInterval(() => this.#renewDue(), (seconds * 1000) / 6).unref()
  }

  /** The call is ours, or something has changed about it. */
  renew(callId: string): void {
    this.#renewed.set(callId, Date.now())
    const value = String(this.talks(callId) ? 0 : this.seconds)
    void this.ari.act('POST', ['channels', callId, 'variable'], { variable: 'TIMEOUT(absolute)', value }).then((done) => {
      if (!done.ok && done.error.code === 'CALL_GONE') this.end(callId)
    })
  }

  /** The call has ended. */
  end(callId: string): void {
    this.#renewed.delete(callId)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #renewDue(): void {
    const due = Date.now() - (this.seconds * 1000) / 3
    for (const [callId, at] of this.#renewed) if (at <= due) this.renew(callId)
  }
}
