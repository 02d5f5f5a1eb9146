import type { Result } from '@/engine/errors'
import { fail, ok } from '@/engine/errors'
import type { Call, CallEvent, IncomingCall, Telephony } from '@/engine/ports'
import { Ari } from './ari'
import { BrowserPhones } from './browser-phones'
import { AsteriskCall, type Playbacks } from './call'
import { CallBook } from './call-book'
import { causeText } from './causes'
import { Departures } from './departures'
import { DoubledKeys } from './doubled-keys'
import { type AriChannel, parseChannel } from './events/channel'
import type { AriEvent } from './events/event'
import { recordingId } from './ids'
import { Legs } from './legs'
import type { Log } from './log'
import { Recordings } from './recordings'
import { takeSnapshot } from './snapshot'
import { down } from './transport/rest-socket'
import type { AriTransport } from './transport/transport'

/** What the adapter needs besides a connection. */
export interface TelephonyParts {
  readonly app: string
  readonly transport: AriTransport
  /** Where Asterisk keeps ARI's recordings, if we can read that folder. */
  readonly recordingsDir?: string
  /** Whether a flow answers that number (for transfers to it). */
  readonly isFlowNumber: (number: string) => boolean | Promise<boolean>
  readonly log: Log
}

const RETRY_MS = 500

/** What Asterisk reads its phones, line and dialplan with. */
const CONFIGURED = ['res_pjsip.so', 'res_pjsip_endpoint_identifier_ip.so', 'res_pjsip_outbound_registration.so', 'pbx_config.so']

/** Telephony by Asterisk. */
export class AsteriskTelephony implements Telephony {
  readonly browserPhones: BrowserPhones
  readonly #ari: Ari
  readonly #parts: TelephonyParts
  readonly #book: CallBook
  readonly #legs: Legs
  readonly #recordings: Recordings
  readonly #playbacks = new Map<string, Playbacks>()
  readonly #departures = new Departures()
  readonly #keys = new Map<string, DoubledKeys>()
  #state: 'up' | 'down' = 'down'
  /** Grows with each connection, so that work begun on an old one is not taken for the present one's. */
  #connection = 0
  /** When Asterisk was started, ms. */
  #since: number | undefined
  #tellIncoming: (call: Call, incoming: IncomingCall) => void = () => {}
  #tellState: (state: 'up' | 'down') => void = () => {}

  constructor(parts: TelephonyParts) {
    const { app, log, isFlowNumber } = parts
    this.#parts = parts
    this.#ari = new Ari(parts.transport)
    this.browserPhones = new BrowserPhones(this.#ari, log)
    this.#book = new CallBook(log, Date.now)
    this.#recordings = new Recordings(this.#ari, parts.recordingsDir)
    this.#legs = new Legs({ ari: this.#ari, app, log, isFlowNumber, emit: (callId, event) => this.#book.emit(callId, event) })
  }

  onIncoming(handler: (call: Call, incoming: IncomingCall) => void): void {
    this.#tellIncoming = handler
  }

  onState(handler: (state: 'up' | 'down') => void): void {
    this.#tellState = handler
  }

  /** Rejects only when it cannot even try (the port for Asterisk is taken). */
  async start(): Promise<void> {
    await this.#parts.transport.start({
      event: (event) => this.#handle(event),
      connected: () => void this.#reconcile(++this.#connection),
      disconnected: (reason) => this.#disconnected(reason),
    })
  }

  async stop(): Promise<void> {
    this.#connection++
    this.#state = 'down'
    this.browserPhones.stop()
    await this.#parts.transport.stop()
  }

  /** Asterisk reads its configuration of phones, line and dialplan again; calls go on. */
  async reloadConfiguration(): Promise<Result<void>> {
    for (const name of CONFIGURED) {
      const done = await this.#ari.act('PUT', ['asterisk', 'modules', name])
      // 404 and 409: that Asterisk has no such module, so nothing depends on it.
      if (!done.ok && done.error.code !== 'CALL_GONE') return done
    }
    return ok()
  }

  async liveCalls(): Promise<Result<readonly string[]>> {
    return this.#state === 'up' ? ok(this.#book.live) : down()
  }

  async callInfo(callId: string): Promise<Result<IncomingCall>> {
    const answer = await this.#ari.read(['channels', callId])
    if (!answer.ok) return answer
    const channel = parseChannel(answer.value)
    return channel ? ok(incomingCall(channel, [], channel.createdAt)) : fail('CALL_GONE', 'The caller has hung up.')
  }

  adopt(callId: string): Call {
    return this.#call(callId, true)
  }

  recordingFile(recordingId: string): string | undefined {
    return this.#recordings.file(recordingId)
  }

  info(): ReturnType<Telephony['info']> {
    const { version, kind } = this.#parts.transport
    return { state: this.#state, version, transport: kind, since: this.#since }
  }

  #call(callId: string, fromBefore: boolean): Call {
    const playbacks = this.#playbacks.get(callId) ?? { started: new Set(), stopped: new Set(), mayHaveMore: fromBefore }
    this.#playbacks.set(callId, playbacks)
    const events = this.#book.events(callId)
    if (!this.#book.isLive(callId)) this.#playbacks.delete(callId)
    return new AsteriskCall(callId, { ari: this.#ari, events, legs: this.#legs, recordings: this.#recordings, playbacks })
  }

  #handle(event: AriEvent): void {
    if (this.#legs.handle(event)) return
    switch (event.type) {
      case 'stasis-start':
        this.#incoming(event.channel, event.args, event.at)
        break
      case 'digit':
        this.#digit(event)
        break
      case 'playback-finished': {
        const { channelId, playbackId, at } = event
        const stopped = this.#playbacks.get(channelId)?.stopped.delete(playbackId)
        const result = event.failed ? 'failed' : stopped ? 'stopped' : 'done'
        this.#ended(channelId, { type: 'playback-ended', playbackId, result, at })
        break
      }
      case 'recording-finished': {
        const id = recordingId(event.name)
        const ended = event.failed ? { result: 'failed' as const, durationMs: 0 } : this.#recordings.ended(id, event.seconds)
        this.#ended(event.channelId, { type: 'recording-ended', recordingId: id, ...ended, at: event.at })
        break
      }
      case 'hangup-request':
        this.#departures.hangup(event.channelId, event.cause)
        break
      case 'handed-back':
        this.#departures.handBack(event.channelId)
        break
      case 'stasis-end':
        // Not answered, and yet not given up by its caller: the dialplan's clock has run out.
        if (event.state === 'Ring' && !this.#departures.has(event.channelId)) this.#departures.handBack(event.channelId)
        this.#gone(event.channelId, undefined, event.at)
        break
      case 'destroyed':
        this.#gone(event.channelId, causeText(event.cause), event.at)
        break
      case 'state':
      case 'replaced':
      case 'dial':
      case 'unknown':
        break
    }
  }

  #incoming(channel: AriChannel, args: readonly string[], at: number): void {
    const callId = channel.id
    this.#book.begin(callId)
    // The dialplan limits how long a caller waits for us; from now on the flow decides. Only now: while something plays,
    // Asterisk answers such a request, and all that come after it, when that is over (tried).
    void this.#ari.act('POST', ['channels', callId, 'variable'], { variable: 'TIMEOUT(absolute)', value: '0' })
    this.#tellIncoming(this.#call(callId, false), incomingCall(channel, args, at))
  }

  #digit({ channelId, digit, durationMs, at }: Extract<AriEvent, { type: 'digit' }>): void {
    const keys = this.#keys.get(channelId) ?? new DoubledKeys()
    this.#keys.set(channelId, keys)
    if (!keys.repeats({ digit, durationMs, at })) this.#book.emit(channelId, { type: 'digit', digit, at })
  }

  /** Something on a call has ended, by itself or because the call is ending. */
  #ended(callId: string, event: CallEvent): void {
    if (!this.#departures.hold(callId, event)) this.#book.emit(callId, event)
  }

  #gone(callId: string, cause: string | undefined, at: number): void {
    const departure = this.#departures.end(callId)
    this.#playbacks.delete(callId)
    this.#keys.delete(callId)
    // Of a call from before our start nothing else may have been told.
    for (const event of departure.held) this.#book.emit(callId, event)
    if (!this.#book.isLive(callId)) return
    const { handedBack } = departure
    this.#book.emit(callId, { type: 'gone', cause: cause ?? departure.cause, ...(handedBack ? { handedBack } : {}), at })
    void this.#legs.callGone(callId)
  }

  #disconnected(reason: string): void {
    this.#connection++
    this.#parts.log.warn({ reason }, 'Asterisk is not connected')
    if (this.#state === 'down') return
    this.#state = 'down'
    this.#tellState('down')
  }

  /** Finds out what happened without us, tells it, and only then says `up`. */
  async #reconcile(connection: number): Promise<void> {
    const known = this.#book.live
    const legs = this.#legs.known
    const snapshot = await takeSnapshot(this.#ari, this.#parts.app)
    if (connection !== this.#connection) return
    if (!snapshot.ok) {
      this.#parts.log.warn({ problem: snapshot.error }, 'Asterisk cannot say which calls there are; asking again')
      setTimeout(() => connection === this.#connection && void this.#reconcile(connection), RETRY_MS).unref()
      return
    }
    const { calls, since } = snapshot.value
    this.#since = since
    this.#book.settle(calls, known)
    await this.#legs.settle(snapshot.value, legs)
    if (connection !== this.#connection || this.#state === 'up') return
    this.#state = 'up'
    this.#parts.log.info({ version: this.#parts.transport.version, calls: calls.length }, 'connected with Asterisk')
    void this.browserPhones.settle()
    this.#tellState('up')
  }
}

function incomingCall(channel: AriChannel, args: readonly string[], at: number): IncomingCall {
  return { callId: channel.id, from: channel.caller, to: args[0] || channel.exten, at }
}
