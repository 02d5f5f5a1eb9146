import { fail, ok, type Result } from '@/engine/errors'
import type { CallEvent, DialOptions, DialTarget, LegState } from '@/engine/ports'
import { type Ari, meaning } from './ari'
import { dialEndpoint } from './dial-target'
import { parseChannel } from './events/channel'
import type { AriEvent } from './events/event'
import { type LegName, legBridge, legChannel, legFarChannel, readLegBridge, readLegChannel, transfersBefore } from './ids'
import { unansweredEnd } from './leg-end'
import type { Log } from './log'
import type { Snapshot } from './snapshot'

interface Leg extends LegName {
  readonly channelId: string
  rang: boolean
  /** The other party has answered. */
  up: boolean
  /** Both talk. */
  joined: boolean
  ended: boolean
  /** We hung it up. */
  dropped: boolean
  dialStatus: string
  /** Its steps, one after another: it may hang up while it is being connected. */
  work: Promise<void>
}

export interface LegsOptions {
  readonly ari: Ari
  readonly app: string
  readonly log: Log
  readonly emit: (callId: string, event: CallEvent) => void
  readonly isFlowNumber: (number: string) => boolean | Promise<boolean>
}

/** Flows that transfer to each other would fill Asterisk with calls. */
const MOST_TRANSFERS = 8

/** Second legs of calls: rung, bridged with their call once they answer, and taken apart. */
export class Legs {
  readonly #legs = new Map<string, Leg>()

  constructor(private readonly options: LegsOptions) {}

  /** Rings `target`; fine when that leg exists already. How it goes comes as `leg` events, `failed` included. */
  async dial(callId: string, legId: string, target: DialTarget, options: DialOptions): Promise<Result<void>> {
    const { ari, app } = this.options
    const channelId = legChannel(callId, legId)
    const known = this.#legs.get(channelId)
    if (known && !known.ended) return ok()
    if (transfersBefore(callId) >= MOST_TRANSFERS) return this.#impossible(callId, legId, 'the transfers go round in a circle')
    const caller = await this.#caller(callId)
    if (!caller.ok) return caller
    const endpoint = await dialEndpoint(ari, callId, target, this.options.isFlowNumber)
    if (!endpoint.ok) return endpoint.error.code === 'DIAL_FAILED' ? this.#impossible(callId, legId, endpoint.error.message) : endpoint
    this.#know(channelId, { callId, legId })
    // Whoever waits for a phone to be answered hears it ring.
    await ari.act('POST', ['channels', callId, 'ring'])
    const answer = await ari.send('POST', ['channels'], {
      endpoint: endpoint.value,
      app,
      appArgs: 'leg',
      channelId,
      otherChannelId: endpoint.value.startsWith('Local/') ? legFarChannel(callId, legId) : undefined,
      originator: callId,
      callerId: options.callerId ? clean(options.callerId) : caller.value,
      timeout: options.ringSeconds,
    })
    if (answer.ok && answer.value.status === 409) return ok()
    const done = meaning(answer)
    if (done.ok) return done
    this.#legs.delete(channelId)
    await this.#stopRinging(callId)
    return done.error.code === 'TELEPHONY_DOWN' ? done : this.#impossible(callId, legId, done.error.message)
  }

  async state(callId: string, legId: string): Promise<Result<LegState | 'none'>> {
    const answer = await this.options.ari.read(['channels', legChannel(callId, legId)])
    if (!answer.ok) return answer
    const channel = parseChannel(answer.value)
    return ok(channel === undefined ? 'none' : channel.state === 'Up' ? 'answered' : 'ringing')
  }

  end(callId: string, legId: string): Promise<Result<void>> {
    const channelId = legChannel(callId, legId)
    const leg = this.#legs.get(channelId)
    if (leg) leg.dropped = true
    return this.options.ari.end(['channels', channelId])
  }

  /** The caller has gone: so do the parties who were rung or talked. */
  async callGone(callId: string): Promise<void> {
    for (const leg of [...this.#legs.values()]) {
      if (leg.callId === callId) await this.end(callId, leg.legId)
    }
  }

  /** Channels of legs that are known now. */
  get known(): readonly string[] {
    return [...this.#legs.keys()]
  }

  /**
   * After a (re)connect: brings what went on without us to where it should be. Legs of `known` (those when `there` was
   * asked for) that are not there have ended.
   */
  async settle(there: Pick<Snapshot, 'channels' | 'bridges'>, known: readonly string[]): Promise<void> {
    const bridged = new Set([...there.bridges.values()].flat())
    for (const [channelId, state] of there.channels) {
      const name = readLegChannel(channelId)
      if (!name) continue
      const before = this.#legs.has(channelId)
      const leg = this.#know(channelId, name)
      if (!there.channels.has(name.callId)) await this.end(name.callId, name.legId)
      else if (bridged.has(channelId)) this.#joined(leg, before)
      else if (state === 'Up') await this.#connect(leg, Date.now())
    }
    for (const channelId of known) {
      const leg = this.#legs.get(channelId)
      if (!leg || there.channels.has(channelId)) continue
      await this.#over(leg, 'ended', Date.now())
      this.#legs.delete(channelId)
    }
    for (const bridgeId of there.bridges.keys()) {
      const name = readLegBridge(bridgeId)
      if (name && !there.channels.has(legChannel(name.callId, name.legId))) await this.#untold(name)
    }
  }

  /** True when the event was a leg's. One that is not known was rung by an engine before us. */
  handle(event: AriEvent): boolean {
    const channelId = event.type === 'stasis-start' ? event.channel.id : 'channelId' in event ? event.channelId : ''
    const name = readLegChannel(channelId)
    if (!name) return false
    const leg = this.#know(channelId, name)
    switch (event.type) {
      case 'stasis-start':
        void this.#connect(leg, event.at)
        break
      case 'state':
        if (event.state === 'Ringing') this.#ringing(leg, event.at)
        break
      case 'dial':
        leg.dialStatus = event.status
        if (event.status === 'RINGING') this.#ringing(leg, event.at)
        break
      case 'stasis-end':
        leg.up = true
        void this.#over(leg, 'ended', event.at)
        break
      case 'destroyed': {
        leg.up ||= event.state === 'Up'
        const state = leg.up || leg.dropped ? 'ended' : unansweredEnd(event.cause, leg.dialStatus)
        // Nothing comes from it any more.
        void this.#over(leg, state, event.at).then(() => this.#legs.delete(channelId))
        break
      }
      default:
        break
    }
    return true
  }

  #know(channelId: string, name: LegName): Leg {
    const known = this.#legs.get(channelId)
    if (known) return known
    const work = Promise.resolve()
    const leg: Leg = { ...name, channelId, rang: false, up: false, joined: false, ended: false, dropped: false, dialStatus: '', work }
    this.#legs.set(channelId, leg)
    return leg
  }

  #ringing(leg: Leg, at: number): void {
    if (leg.rang || leg.up) return
    leg.rang = true
    this.#tell(leg, 'ringing', at)
  }

  /** The other party has answered: both talk. */
  #connect(leg: Leg, at: number): Promise<void> {
    leg.up = true
    leg.work = leg.work.then(async () => {
      if (leg.joined || leg.ended) return
      const done = await this.#join(leg)
      if (done.ok) {
        leg.joined = true
        this.#tell(leg, 'answered', at)
      } else if (done.error.code !== 'TELEPHONY_DOWN') {
        // One of the two hung up in the very moment. (Without a connection `settle` tries again.)
        this.options.log.info({ callId: leg.callId, problem: done.error }, 'a transfer could not be connected')
        await this.end(leg.callId, leg.legId)
      }
    })
    return leg.work
  }

  async #join({ callId, legId, channelId }: Leg): Promise<Result<void>> {
    const { ari } = this.options
    const bridgeId = legBridge(callId, legId)
    const answered = await ari.act('POST', ['channels', callId, 'answer'])
    if (!answered.ok) return answered
    await this.#stopRinging(callId)
    const bridge = await ari.act('POST', ['bridges', bridgeId], { type: 'mixing' })
    return bridge.ok ? ari.act('POST', ['bridges', bridgeId, 'addChannel'], { channel: [callId, channelId] }) : bridge
  }

  /** They talk, though the answer to our request was lost with the connection, or we were not there. */
  #joined(leg: Leg, known: boolean): void {
    const untold = known && !leg.joined
    leg.up = true
    leg.joined = true
    if (untold) this.#tell(leg, 'answered', Date.now())
  }

  /** A talk whose leg ended in the moment in which the engine before us was killed: nobody was told. */
  async #untold(name: LegName): Promise<void> {
    const leg = this.#know(legChannel(name.callId, name.legId), name)
    leg.up = true
    await this.#over(leg, 'ended', Date.now())
    this.#legs.delete(leg.channelId)
  }

  #over(leg: Leg, state: LegState, at: number): Promise<void> {
    if (leg.ended) return leg.work
    leg.ended = true
    leg.work = leg.work.then(async () => {
      // Before the flow goes on with the caller, who must be out of the bridge by then.
      if (leg.up) await this.options.ari.end(['bridges', legBridge(leg.callId, leg.legId)])
      else await this.#stopRinging(leg.callId)
      this.#tell(leg, state, at)
    })
    return leg.work
  }

  #impossible(callId: string, legId: string, why: string): Result<void> {
    this.options.log.info({ callId, why }, 'a party could not be rung')
    this.options.emit(callId, { type: 'leg', legId, state: 'failed', at: Date.now() })
    return ok()
  }

  #tell({ callId, legId }: LegName, state: LegState, at: number): void {
    this.options.emit(callId, { type: 'leg', legId, state, at })
  }

  async #stopRinging(callId: string): Promise<void> {
    await this.options.ari.end(['channels', callId, 'ring'])
  }

  /** Shown to the party who is rung. */
  async #caller(callId: string): Promise<Result<string>> {
    const answer = await this.options.ari.read(['channels', callId])
    if (!answer.ok) return answer
    const channel = parseChannel(answer.value)
    if (!channel) return fail('CALL_GONE', 'The caller has hung up.')
    const { name, number } = channel.caller
    return ok(name ? `"${clean(name)}" <${clean(number)}>` : clean(number))
  }
}

/** Nothing that would end the field. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are to go
  return text.replace(/[\u0000-\u001f"<>]/g, '')
}
