import type { Call, CallEvent, LegState } from '@/engine/ports'
import { bounds } from './bounds'

/** The line to the telephony server, shared by all sessions. */
export interface Line {
  up: boolean
}

/** A digit that nobody has read yet; `at` is when it was pressed. */
export interface Digit {
  readonly digit: string
  readonly at: number
}

/** A key that would have ended an input which was complete without it; pressed until then, it means nothing more. */
export interface EndKey {
  readonly key: string
  readonly until: number
}

/** How a recording ended. */
export interface EndedRecording {
  readonly result: 'done' | 'failed'
  readonly durationMs: number
}

export interface DeskHost {
  now(): number
  /** Digits came or went: they are part of the session's stored state. */
  digitsChanged(): void
  gone(handedBack?: boolean): void
}

/**
 * What has happened on one call and what its step still has to look at: digits typed ahead, playbacks and recordings that
 * ended, states of legs. Steps look here first and then wait, so nothing is lost by coming early or while we were down.
 */
export class CallDesk {
  /** True once the caller has hung up. */
  gone = false
  digits: readonly Digit[] = []
  /** Awaited, and not for any step. */
  endKey: EndKey | undefined
  readonly playbacks = new Map<string, { readonly result: 'done' | 'failed' | 'stopped'; readonly at: number }>()
  readonly recordings = new Map<string, EndedRecording>()
  readonly legs = new Map<string, { readonly state: LegState; readonly at: number }>()
  readonly #watchers = new Set<() => void>()
  #unsubscribe = () => {}

  constructor(
    readonly call: Call,
    readonly line: Line,
    private readonly host: DeskHost,
  ) {}

  open(): void {
    this.#unsubscribe = this.call.on((event) => this.#receive(event))
  }

  close(): void {
    this.#unsubscribe()
    this.#watchers.clear()
  }

  /** Calls `look` after everything that happens; the returned function ends it. */
  watch(look: () => void): () => void {
    this.#watchers.add(look)
    return () => void this.#watchers.delete(look)
  }

  /** Something changed that steps may wait for. */
  notify(): void {
    for (const look of [...this.#watchers]) look()
  }

  /** Takes the first `count` digits away. */
  takeDigits(count: number): void {
    if (count === 0) return
    this.digits = this.digits.slice(count)
    this.host.digitsChanged()
  }

  /** An input is complete: its end key may follow, or wait in the buffer already, and is then dropped. */
  dropEndKey(endKey: EndKey): void {
    const [next] = this.digits
    if (!next) {
      this.endKey = endKey
      this.host.digitsChanged()
    } else if (next.digit === endKey.key && next.at <= endKey.until) this.takeDigits(1)
  }

  clearDigits(): void {
    this.takeDigits(this.digits.length)
  }

  /** A step is over: what ended in it concerns nobody any more. */
  forget(): void {
    this.playbacks.clear()
    this.recordings.clear()
    this.legs.clear()
  }

  #receive(event: CallEvent): void {
    // Queued events keep the server's time; live ones take ours, whose clock the deadlines go by.
    const at = this.line.up ? this.host.now() : Math.min(event.at, this.host.now())
    switch (event.type) {
      case 'digit':
        if (this.digits.length >= bounds.typeAhead) return
        this.#pressed({ digit: event.digit, at })
        break
      case 'playback-ended':
        this.playbacks.set(event.playbackId, { result: event.result, at })
        break
      case 'recording-ended':
        this.recordings.set(event.recordingId, { result: event.result, durationMs: event.durationMs })
        break
      case 'leg':
        this.legs.set(event.legId, { state: event.state, at })
        break
      case 'gone':
        this.host.gone(event.handedBack)
        return
    }
    this.notify()
  }

  #pressed(digit: Digit): void {
    const { endKey } = this
    this.endKey = undefined
    if (endKey?.key !== digit.digit || digit.at > endKey.until) this.digits = [...this.digits, digit]
    this.host.digitsChanged()
  }
}
