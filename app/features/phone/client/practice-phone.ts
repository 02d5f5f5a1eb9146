import { createStore, type StoreApi } from 'zustand/vanilla'
import { problemOf } from '@/app/features/shared/problem'
import type { PracticeCall, PracticeMove } from '@/engine/control/protocol'
import type { PracticeVoice } from './practice-voice'
import { type AnyPhone, type CallEnd, initialState, isOngoing, type PhoneCall, type PhoneState } from './state'

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
  /** Of the call that is on; a later call has another, so that late answers are known. */
  #callId: string | null = null
  #asking: ReturnType<typeof setTimeout> | undefined
  #toldAt = 0

  constructor(parts: PracticeParts) {
    this.#parts = parts
  }

  async call(dialled: string): Promise<void> {
    const number = dialled.replace(/[\s()-]/g, '')
    if (!number || isOngoing(this.store.getState().call)) return
    const call: PhoneCall = { ...nobody, number }
    this.store.setState({ call, lineProblem: null })
    try {
      const made = await this.#parts.call(number)
      this.#callId = made.callId
      // The person may have hung up meanwhile.
      if (!isOngoing(this.store.getState().call)) this.#send({ does: 'hangup' })
      else this.#take(made)
    } catch (error) {
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
    clearTimeout(this.#asking)
    this.#parts.voice.say(null)
    this.#patch({ phase: 'ended', end, endedAt: this.#parts.now() })
  }
}

const nobody: Omit<PhoneCall, 'number'> = {
  phase: 'calling',
  answeredAt: null,
  endedAt: null,
  end: null,
  muted: false,
  digits: '',
  remote: null,
  local: null,
  microphone: null,
}
