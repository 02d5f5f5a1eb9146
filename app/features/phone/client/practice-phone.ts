import { createStore, type StoreApi } from 'zustand/vanilla'
import { problemOf } from '@/app/features/shared/problem'
import type { PracticeCall, PracticeMove } from '@/engine/control/protocol'
import type { PracticeVoice } from './practice-voice'
import { type AnyPhone, type CallEnd, initialState, isOngoing, newCall, type PhoneCall, type PhoneState } from './state'

/** What it works with; tests hand in fakes. */
export interface PracticeParts {
  readonly call: (to: string) => Promise<PracticeCall>
  readonly state: (callId: string) => Promise<PracticeCall>
  readonly move: (callId: string, move: PracticeMove) => Promise<PracticeCall>
  readonly voice: PracticeVoice
  readonly now: () => number
}

/** How often it asks what is heard (ms). */
const ASK_MS = 250
/** A caller who is not told anything for so long is cut off (ms): the engine was started again. */
const LOST_MS = 20_000

/** The phone where there are no telephones: the flow runs, and what would be heard is told in words. State is in `store`. */
export class PracticePhone implements AnyPhone {
  readonly store: StoreApi<PhoneState> = createStore<PhoneState>(() => ({ ...initialState, line: 'ready' }))
  readonly #parts: PracticeParts
  /** Of the latest call: answers that come late are known by it. */
  #callId: string | null = null
  /** Another one for each call that was asked for, none once it is over. */
  #attempt: object | null = null
  #asking: ReturnType<typeof setTimeout> | undefined
  #toldAt = 0

  constructor(parts: PracticeParts) {
    this.#parts = parts
  }

  async call(dialled: string): Promise<void> {
    const number = dialled.replace(/[\s()-]/g, '')
    if (!number || isOngoing(this.store.getState().call)) return
    this.store.setState({ call: newCall(number, 'calling'), lineProblem: null })
    const attempt = {}
    this.#attempt = attempt
    // The person may hang up before the call is made, and even call again.
    const isOver = () => this.#attempt !== attempt
    try {
      const made = await this.#parts.call(number)
      if (isOver()) {
        void this.#parts.move(made.callId, { does: 'hangup' }).catch(() => {})
        return
      }
      this.#callId = made.callId
      this.#take(made)
    } catch (error) {
      if (isOver()) return
      this.store.setState({ lineProblem: { kind: 'server', problem: problemOf(error) } })
      this.#end('failed')
    }
  }

  hangUp(): void {
    if (!isOngoing(this.store.getState().call)) return
    this.#send({ does: 'hangup' })
    this.#end('you')
  }

  press(key: string): void {
    const { call } = this.store.getState()
    if (!/^[0-9*#A-D]$/.test(key) || call?.phase !== 'talking') return
    this.#patch({ digits: call.digits + key })
    this.#send({ does: 'press', keys: key })
  }

  /** Acts for the party that the flow is calling. */
  party(move: Extract<PracticeMove, { does: 'party' }>['move']): void {
    this.#send({ does: 'party', move })
  }

  /** Nobody listens to the person. */
  setMuted(): void {}

  clear(): void {
    if (!isOngoing(this.store.getState().call)) this.store.setState({ call: null })
  }

  close(): void {
    this.hangUp()
    this.store.setState({ ...initialState, line: 'ready' })
  }

  #send(move: PracticeMove): void {
    const callId = this.#callId
    if (callId === null) return
    // What went wrong is seen by the next question.
    void this.#parts.move(callId, move).then(
      (told) => this.#take(told),
      () => {},
    )
  }

  #take(told: PracticeCall): void {
    const { call } = this.store.getState()
    if (told.callId !== this.#callId || !isOngoing(call)) return
    this.#toldAt = this.#parts.now()
    // An answer that was overtaken by a later one.
    if (told.heard.length < (call.practice?.heard.length ?? 0)) {
      this.#askLater()
      return
    }
    const playing = told.heard.findLast(({ to }) => to === null) ?? null
    const before = call.practice?.heard.findLast(({ to }) => to === null) ?? null
    if (playing?.from !== before?.from) this.#parts.voice.say(playing)
    const answeredAt = told.answered ? (call.answeredAt ?? this.#parts.now()) : null
    this.#patch({ practice: told, answeredAt, phase: told.answered ? 'talking' : 'ringing' })
    if (told.over) this.#end('them')
    else this.#askLater()
  }

  #askLater(): void {
    clearTimeout(this.#asking)
    this.#asking = setTimeout(() => void this.#ask(), ASK_MS)
  }

  async #ask(): Promise<void> {
    const callId = this.#callId
    if (callId === null) return
    try {
      this.#take(await this.#parts.state(callId))
    } catch {
      if (this.#parts.now() - this.#toldAt > LOST_MS) this.#end('lost')
      else this.#askLater()
    }
  }

  #patch(change: Partial<PhoneCall>): void {
    const { call } = this.store.getState()
    if (isOngoing(call)) this.store.setState({ call: { ...call, ...change } })
  }

  #end(end: CallEnd): void {
    this.#attempt = null
    this.#callId = null
    clearTimeout(this.#asking)
    this.#parts.voice.say(null)
    this.#patch({ phase: 'ended', end, endedAt: this.#parts.now() })
  }
}
