import type { CallEvent, Clock, MediaUri } from '@/engine/ports'
import type { Work } from './work'

/** One sound that the caller heard, wholly or in part. */
export interface Heard {
  readonly media: MediaUri
  readonly playbackId: string
  readonly from: number
  /** Undefined while it plays. */
  to?: number
  /** `done`: to its end. */
  result?: 'done' | 'stopped' | 'failed'
}

/** Plays sounds to a fake caller. */
export class FakePlayback implements Work {
  #cancel = () => {}
  #now: Heard | undefined
  #ended = () => {}
  #over = false

  constructor(
    readonly id: string,
    private readonly media: readonly MediaUri[],
    private readonly clock: Clock,
    private readonly durationOf: (media: MediaUri) => number | undefined,
    private readonly heard: Heard[],
    private readonly tell: (event: CallEvent) => void,
  ) {}

  start(ended: () => void): void {
    this.#ended = ended
    this.#playFrom(0)
  }

  stop(why: 'asked' | 'hang-up'): void {
    this.#finish(why === 'asked' ? 'stopped' : 'failed')
  }

  #playFrom(index: number): void {
    const media = this.media[index]
    const duration = media === undefined ? undefined : this.durationOf(media)
    if (media === undefined || duration === undefined) {
      this.#finish(media === undefined ? 'done' : 'failed')
      return
    }
    const now: Heard = { media, playbackId: this.id, from: this.clock.now() }
    this.#now = now
    this.heard.push(now)
    this.#cancel = this.clock.at(now.from + duration, () => {
      now.to = this.clock.now()
      now.result = 'done'
      this.#now = undefined
      this.#playFrom(index + 1)
    })
  }

  #finish(result: 'done' | 'stopped' | 'failed'): void {
    if (this.#over) return
    this.#over = true
    this.#cancel()
    if (this.#now) {
      this.#now.to = this.clock.now()
      this.#now.result = result
    }
    this.tell({ type: 'playback-ended', playbackId: this.id, result, at: this.clock.now() })
    this.#ended()
  }
}
