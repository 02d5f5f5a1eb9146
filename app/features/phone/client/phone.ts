import type { DTMF_TRANSPORT } from 'jssip/lib/Constants'
import type { EndEvent, RTCSession } from 'jssip/lib/RTCSession'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { problemOf } from '@/app/features/shared/problem'
import { callEnd } from './causes'
import type { Line, LineAccount, openLine } from './line'
import type { openVoice, Voice } from './microphone'
import { hasTonesInSound, keepOneTelephoneEvent, nameCandidates } from './sdp'
import { type AnyPhone, type CallEnd, initialState, isOngoing, type LineProblem, newCall, type PhoneCall, type PhoneState } from './state'

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
/** How long a call waits for one before it to be ended on the other side (ms); the line tries to come up every 1 to 3 s. */
const LEAVE_WITHIN_MS = 10_000
/** JsSIP's constants are values of its module, which is loaded with the first call. */
const IN_SOUND = 'RFC2833' as DTMF_TRANSPORT

/** `phone.call('7000')`: one call at a time; the line is opened at the first one. State is in `phone.store`. */
export class Phone implements AnyPhone {
  readonly store: StoreApi<PhoneState> = createStore(() => initialState)
  #line: Line | null = null
  #lineUntil = 0
  #opening: Promise<Line | null> | null = null
  /** The call that is on; what comes late of one before it is not heeded. */
  #attempt: object | null = null
  #session: RTCSession | null = null
  /** Hung up while the line was down: the other side is told when it is up. */
  #leaving: RTCSession | null = null
  /** Called when there is nobody to be told any more. */
  #left = () => {}
  #voice: Voice | null = null
  readonly #parts: PhoneParts

  constructor(parts: PhoneParts) {
    this.#parts = parts
  }

  /** Dials; a number may hold spaces and dashes. Does nothing while another call is on. */
  async call(dialled: string): Promise<void> {
    const number = dialled.replace(/[\s()-]/g, '')
    if (!number || isOngoing(this.store.getState().call)) return
    const call = newCall(number, 'preparing')
    const attempt = {}
    this.#attempt = attempt
    // The person may hang up while the microphone is being asked for or the line is opened, and even call again.
    const isOver = () => this.#attempt !== attempt
    this.store.setState({ call, lineProblem: null })
    const voice = await this.#parts.openVoice()
    if (isOver()) {
      voice.release()
      return
    }
    this.#voice = voice
    this.#patch({ local: voice.stream, microphone: voice.problem })
    await this.#toldOff()
    if (isOver()) return
    const line = await this.#ready()
    if (isOver()) return
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
    if (session && !session.isEnded()) {
      if (this.store.getState().line === 'lost') this.#leaving = session
      else session.terminate()
    }
    this.#end('you')
  }

  /** Sends one key as an RFC 4733 tone, where the call has them. Anything but 0-9, *, #, A-D is ignored. */
  press(key: string): void {
    const { call, line } = this.store.getState()
    if (!KEY.test(key) || call?.phase !== 'talking') return
    // Outside the sound keys take the line; JsSIP would end the call over one that cannot be sent.
    if (!call.keysInSound && line === 'lost') return
    this.#session?.sendDTMF(key, call.keysInSound ? { ...TONE, transportType: IN_SOUND } : TONE)
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
    this.#drop()
    this.store.setState(initialState)
  }

  #drop() {
    this.#line?.close()
    this.#line = null
    this.#leaving = null
    this.#left()
  }

  /** Opening the line anew would leave the call that was hung up while it was down going on at the other side. */
  #toldOff(): Promise<void> {
    if (!this.#leaving) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LEAVE_WITHIN_MS)
      this.#left = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #ready(): Promise<Line | null> {
    if (this.#line && this.store.getState().line === 'ready' && this.#parts.now() < this.#lineUntil) return Promise.resolve(this.#line)
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async #open(): Promise<Line | null> {
    this.#drop()
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
    const line = await this.#parts.openLine(account, { down: () => this.#down(), up: () => this.#up() })
    if ('kind' in line) return fail(line)
    this.#line = line
    this.#lineUntil = account.expiresAt
    this.store.setState({ line: 'ready' })
    return line
  }

  /**
   * The line went down. The sound of an answered call goes between browser and Asterisk, and on; closing the line would end
   * it, so it is left to come up again. Without a call the next one opens it anew.
   */
  #down() {
    if (isOngoing(this.store.getState().call)) {
      this.store.setState({ line: 'lost' })
      return
    }
    if (this.#leaving) return
    this.#drop()
    this.store.setState({ line: 'off' })
  }

  #up() {
    if (this.store.getState().line !== 'lost') return
    this.store.setState({ line: 'ready' })
    if (this.#leaving?.isEnded() === false) this.#leaving.terminate()
    this.#leaving = null
    this.#left()
    if (this.#session) this.#line?.rejoin(this.#session)
  }

  #follow(session: RTCSession) {
    this.#session = session
    this.#patch({ phase: 'calling' })
    const patch = (change: Partial<PhoneCall>) => {
      if (this.#session === session) this.#patch(change)
    }
    const listen = (connection: RTCPeerConnection) =>
      connection.addEventListener('track', ({ streams, track }) => patch({ remote: streams[0] ?? new MediaStream([track]) }))
    if (session.connection) listen(session.connection)
    session.on('peerconnection', ({ peerconnection }) => listen(peerconnection))
    session.on('sdp', (event) => {
      if (event.originator === 'remote') patch({ keysInSound: hasTonesInSound(event.sdp) })
      event.sdp = event.originator === 'remote' ? keepOneTelephoneEvent(event.sdp) : nameCandidates(event.sdp, this.#parts.ownAddress())
    })
    session.on('progress', () => patch({ phase: 'ringing' }))
    session.on('accepted', () => patch({ phase: 'talking', answeredAt: this.#parts.now() }))
    const ended = ({ cause, originator }: EndEvent) => {
      if (this.#session === session) this.#end(callEnd(cause, originator))
    }
    session.on('ended', ended)
    session.on('failed', ended)
  }

  #patch(change: Partial<PhoneCall>) {
    const { call } = this.store.getState()
    if (isOngoing(call)) this.store.setState({ call: { ...call, ...change } })
  }

  #end(end: CallEnd) {
    this.#patch({ phase: 'ended', end, endedAt: this.#parts.now(), remote: null, local: null })
    this.#attempt = null
    this.#session = null
    this.#voice?.release()
    this.#voice = null
    // Nothing waits for it any more.
    if (this.store.getState().line !== 'lost' || this.#leaving) return
    this.#drop()
    this.store.setState({ line: 'off' })
  }
}
