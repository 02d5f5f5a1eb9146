import type { CallEvent, Clock, DialOptions, DialTarget, LegState } from '@/engine/ports'
import type { LegScript } from './world'

/** The other party of a transfer. A test may also act for it: `answer()`, `refuse('busy')`, `hangup()`. */
export class FakeLeg {
  #state: LegState = 'ringing'
  #cancel = () => {}

  constructor(
    readonly legId: string,
    readonly target: DialTarget,
    readonly options: DialOptions,
    script: LegScript,
    private readonly clock: Clock,
    private readonly tell: (event: CallEvent) => void,
  ) {
    this.#become('ringing')
    const ringMs = script.does === 'ring' ? Number.POSITIVE_INFINITY : (script.ringMs ?? 1000)
    const limit = options.ringSeconds * 1000
    const ends = () => {
      if (script.does === 'ring' || ringMs > limit) this.refuse('no-answer')
      else if (script.does === 'answer') this.#answerFor(script.talkMs)
      else this.refuse(script.does)
    }
    this.#cancel = clock.at(clock.now() + Math.min(ringMs, limit), ends)
  }

  get state(): LegState {
    return this.#state
  }

  /** Whether the leg still rings or talks. */
  get alive(): boolean {
    return this.#state === 'ringing' || this.#state === 'answered'
  }

  answer(): void {
    this.#answerFor(undefined)
  }

  refuse(why: 'busy' | 'no-answer' | 'failed'): void {
    if (this.#state === 'ringing') this.#become(why)
  }

  hangup(): void {
    if (this.alive) this.#become('ended')
  }

  /** Gone without a word (the server died). */
  vanish(): void {
    this.#cancel()
    this.#state = 'ended'
  }

  #answerFor(talkMs: number | undefined): void {
    if (this.#state !== 'ringing') return
    this.#become('answered')
    if (talkMs !== undefined) this.#cancel = this.clock.at(this.clock.now() + talkMs, () => this.hangup())
  }

  #become(state: LegState): void {
    this.#cancel()
    this.#state = state
    this.tell({ type: 'leg', legId: this.legId, state, at: this.clock.now() })
  }
}
