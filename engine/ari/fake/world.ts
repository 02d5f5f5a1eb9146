import type { CallEvent, Clock, DialTarget, IncomingCall, MediaUri } from '@/engine/ports'
import type { FakeChannel } from './channel'

/**
 * What a dialled party does; `ringMs` defaults to 1 s. Scripts that take longer than the ring time end as `no-answer`.
 * One that answers hangs up after `talkMs`, or stays.
 */
export type LegScript =
  | { readonly does: 'answer'; readonly ringMs?: number; readonly talkMs?: number }
  | { readonly does: 'busy' | 'failed'; readonly ringMs?: number }
  | { readonly does: 'ring' }

export interface FakeOptions {
  readonly clock: Clock
  /** How long a sound lasts (ms); `undefined` = it cannot be played. Default 1 s. */
  readonly durationOf?: (media: MediaUri) => number | undefined
  /** Default: answers after a second and stays. */
  readonly answerDial?: (target: DialTarget) => LegScript
  /** Where recordings are written as (silent) WAV files; without it there are no files. */
  readonly recordingsDir?: string
  /** When the telephone world began: calls from before are lost. */
  readonly since?: number
}

/** Something the telephone world tells the engine. */
export type Message =
  | { readonly kind: 'incoming'; readonly incoming: IncomingCall }
  | { readonly kind: 'event'; readonly callId: string; readonly event: CallEvent }

/** The telephone world: it goes on whether an engine is connected or not, and keeps what it could not tell. */
export class FakeWorld {
  /** All calls there ever were, with what they left. */
  readonly channels = new Map<string, FakeChannel>()
  #listener: ((message: Message) => void) | undefined
  #untold: Message[] = []
  #since: number | undefined
  #calls = 0

  constructor(readonly options: FakeOptions) {
    this.#since = options.since
  }

  get clock(): Clock {
    return this.options.clock
  }

  /** When it began, or was started again after a crash. */
  get since(): number | undefined {
    return this.#since
  }

  get live(): string[] {
    return [...this.channels.values()].filter((channel) => !channel.gone).map((channel) => channel.incoming.callId)
  }

  nextCallId(): string {
    return `fake-${++this.#calls}`
  }

  tell(message: Message): void {
    if (this.#listener) this.#listener(message)
    else this.#untold.push(message)
  }

  /** Tells `listener` what was kept, then everything as it happens. */
  connect(listener: (message: Message) => void): void {
    this.#listener = listener
    for (const message of this.#untold.splice(0)) listener(message)
  }

  disconnect(): void {
    this.#listener = undefined
  }

  /** The server dies: every call and all that was kept is gone. */
  crash(): void {
    this.disconnect()
    for (const channel of this.channels.values()) channel.vanish()
    this.#untold = []
    this.#since = this.clock.now()
  }
}
