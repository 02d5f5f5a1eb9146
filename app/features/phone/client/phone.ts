import type { RTCSession } from 'jssip/lib/RTCSession'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { problemOf } from '@/app/features/shared/problem'
import { callEnd } from './causes'
import type { Line, LineAccount, openLine } from './line'
import type { openVoice, Voice } from './microphone'
import { keepOneTelephoneEvent, nameCandidates } from './sdp'
import { type AnyPhone, type CallEnd, initialState, isOngoing, type LineProblem, type PhoneCall, type PhoneState } from './state'

/** What the phone works with; tests hand in fakes. */
export interface PhoneParts {
  readonly account: () => Promise<LineAccount & { readonly expiresAt: number }>
  readonly openLine: typeof openLine
  readonly openVoice: typeof openVoice
  /** Address given to candidates that the browser hides. */
  readonly ownAddress: () => string
  readonly now: () => number
}

const KEY = /^[0-9*#A-D]$/
/** Milliseconds of tone per key, and of silence after it. */
const TONE = { duration: 120, interToneGap: 80 }

/** `phone.call('7000')`: one call at a time; the line is opened at the first one. State is in `phone.store`. */
export class Phone implements AnyPhone {
  readonly store: StoreApi<PhoneState> = createStore(() => initialState)
  #line: Line | null = null
  #lineUntil = 0
  #session: RTCSession | null = null
  #voice: Voice | null = null
  readonly #parts: PhoneParts

  constructor(parts: PhoneParts) {
    this.#parts = parts
  }

  /** Dials; a number may hold spaces and dashes. Does nothing while another call is on. */
  async call(dialled: string): Promise<void> {
    const number = dialled.replace(/[\s()-]/g, '')
    if (!number || isOngoing(this.store.getState().call)) return
    const call: PhoneCall = {
      number,
      phase: 'preparing',
      answeredAt: null,
      endedAt: null,
      end: null,
      muted: false,
      digits: '',
      remote: null,
      local: null,
      microphone: null,
    }
    this.store.setState({ call, lineProblem: null })
    const voice = await this.#parts.openVoice()
    this.#voice = voice
    this.#patch({ local: voice.stream, microphone: voice.problem })
    const line = await this.#ready()
    // The person may have hung up while the line was opened.
    if (!isOngoing(this.store.getState().call)) return
    if (!line) {
      this.#end('failed')
      return
    }
    try {
      this.#follow(line.dial(number, voice.stream))
    } catch {
      this.#end('not-found')
    }
  }

  /** Ends the call, whatever its phase. */
  hangUp(): void {
    const session = this.#session
    if (session && !session.isEnded()) session.terminate()
    this.#end('you')
  }

  /** Sends one key as an RFC 4733 tone. Anything but 0-9, *, #, A-D is ignored. */
  press(key: string): void {
    const { call } = this.store.getState()
    if (!KEY.test(key) || call?.phase !== 'talking') return
    this.#session?.sendDTMF(key, TONE)
    this.#patch({ digits: call.digits + key })
  }

  setMuted(muted: boolean): void {
    if (!isOngoing(this.store.getState().call)) return
    if (muted) this.#session?.mute({ audio: true })
    else this.#session?.unmute({ audio: true })
    this.#patch({ muted })
  }

  /** Forgets the last call, so that the keypad is free again. */
  clear(): void {
    if (!isOngoing(this.store.getState().call)) this.store.setState({ call: null })
  }

  /** Hangs up and closes the line. */
  close(): void {
    if (isOngoing(this.store.getState().call)) this.hangUp()
    this.#line?.close()
    this.#line = null
    this.store.setState(initialState)
  }

  async #ready(): Promise<Line | null> {
    if (this.#line && this.#parts.now() < this.#lineUntil) return this.#line
    this.#line?.close()
    this.#line = null
    this.store.setState({ line: 'connecting', lineProblem: null })
    const fail = (lineProblem: LineProblem) => {
      this.store.setState({ line: 'failed', lineProblem })
      return null
    }
    let account: Awaited<ReturnType<PhoneParts['account']>>
    try {
      account = await this.#parts.account()
    } catch (error) {
      return fail({ kind: 'server', problem: problemOf(error) })
    }
    const line = await this.#parts.openLine(account, () => this.#lost())
    if ('kind' in line) return fail(line)
    this.#line = line
    this.#lineUntil = account.expiresAt
    this.store.setState({ line: 'ready' })
    return line
  }

  /** The line went down: a call in progress goes on by itself, the next one opens it anew. */
  #lost() {
    this.#line?.close()
    this.#line = null
    this.store.setState({ line: 'off' })
  }

  #follow(session: RTCSession) {
    this.#session = session
    this.#patch({ phase: 'calling' })
    const listen = (connection: RTCPeerConnection) =>
      connection.addEventListener('track', ({ streams, track }) => this.#patch({ remote: streams[0] ?? new MediaStream([track]) }))
    if (session.connection) listen(session.connection)
    session.on('peerconnection', ({ peerconnection }) => listen(peerconnection))
    session.on('sdp', (event) => {
      event.sdp = event.originator === 'remote' ? keepOneTelephoneEvent(event.sdp) : nameCandidates(event.sdp, this.#parts.ownAddress())
    })
    session.on('progress', () => this.#patch({ phase: 'ringing' }))
    session.on('accepted', () => this.#patch({ phase: 'talking', answeredAt: this.#parts.now() }))
    session.on('ended', ({ cause, originator }) => this.#end(callEnd(cause, originator)))
    session.on('failed', ({ cause, originator }) => this.#end(callEnd(cause, originator)))
  }

  #patch(change: Partial<PhoneCall>) {
    const { call } = this.store.getState()
    if (isOngoing(call)) this.store.setState({ call: { ...call, ...change } })
  }

  #end(end: CallEnd) {
    this.#patch({ phase: 'ended', end, endedAt: this.#parts.now(), remote: null, local: null })
    this.#session = null
    this.#voice?.release()
    this.#voice = null
  }
}
