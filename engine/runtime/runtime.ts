import { type ErrorCode, fail, type Result } from '@/engine/errors'
import type { Call, IncomingCall, Utterance } from '@/engine/ports'
import type { InteractionRow, StoredSession } from '@/engine/store'
import type { Line } from './desk'
import { Listeners, type RuntimeEvent } from './events'
import { giveUp } from './give-up'
import { newId } from './ids'
import { Journal, type JournalHealth } from './journal/journal'
import { knownMedia } from './known-media'
import type { RuntimeParts } from './parts'
import { prefetcher } from './prefetch'
import { refuse } from './refuse'
import { notInService, outOfOrder, sorry } from './sentences'
import { Session, type SessionShared } from './session'
import { type FlowVersion, Versions } from './versions'

/** A database that cannot be read is asked again after this. */
const AGAIN_MS = 1000

/** A call in a flow right now. */
export interface LiveSession {
  readonly sessionId: string
  readonly interactionId: string
  readonly flowId: string
  readonly versionId: string
  readonly from: string
  readonly to: string
  readonly path: string
  readonly startedAt: number
}

/**
 * Runs flows on calls. `start()` brings back the sessions of an engine that was stopped or killed, then takes calls.
 *
 * @example
 * const runtime = createRuntime({ clock, telephony, store, speech, … })
 * await runtime.start()
 */
export class Runtime {
  readonly journal: Journal
  readonly #listeners = new Listeners()
  readonly #line: Line = { up: false }
  readonly #versions: Versions
  readonly #shared: SessionShared
  readonly #newId: () => string
  /** By call id. A call is `starting` until its number has been looked up, and while it is told why it cannot be helped. */
  readonly #calls = new Map<string, Session | 'starting'>()
  readonly #awaitingLine: (() => void)[] = []
  #stopped = false

  private readonly parts: RuntimeParts

  constructor(given: RuntimeParts) {
    const parts = { ...given, ...knownMedia(given.clock, given) }
    this.parts = parts
    const { store, clock, log, maxPendingBytes, defer, speech, journalFile } = parts
    this.journal = new Journal({ store, clock, log, file: journalFile, maxPendingBytes, defer })
    this.#newId = parts.newId ?? newId
    const prefetch = prefetcher(speech)
    this.#versions = new Versions(store, log, ({ flow }) => prefetch(flow))
    this.#shared = {
      parts,
      journal: this.journal,
      line: this.#line,
      listeners: this.#listeners,
      ended: (session) => void this.#ended(session),
    }
  }

  /** Loads what was under way, then connects. Rejects when the database cannot be read or telephony cannot even try. */
  async start(): Promise<void> {
    const { store, telephony } = this.parts
    await this.journal.recover()
    for (const stored of await store.activeSessions()) await this.#bringBack(stored)
    telephony.onIncoming((call, incoming) => void this.#incoming(call, incoming))
    telephony.onState((state) => void this.#telephonyIs(state))
    await telephony.start()
    await this.warm()
  }

  /** Makes what numbers lead to now ready before someone calls; to be asked now and then, as flows are published. */
  async warm(): Promise<void> {
    for (const versionId of await this.parts.store.liveVersionIds()) await this.#versions.get(versionId)
  }

  /** Lets go of all calls, which wait for the next engine; writes what is not yet written. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const call of this.#calls.values()) if (call !== 'starting') call.suspend()
    this.#calls.clear()
    await this.parts.telephony.stop()
    await this.journal.drain(2000)
  }

  /** Subscribes to what happens on live calls. */
  onEvent(listener: (event: RuntimeEvent) => void): () => void {
    return this.#listeners.add(listener)
  }

  get live(): readonly LiveSession[] {
    return this.#sessions().map(({ id: sessionId, path, facts: { interaction, version, startedAt } }) => ({
      sessionId,
      interactionId: interaction.id,
      flowId: version.flowId,
      versionId: version.versionId,
      from: interaction.fromNumber,
      to: interaction.toNumber,
      path,
      startedAt,
    }))
  }

  get health(): JournalHealth {
    return this.journal.health
  }

  /** Ends a call from outside. */
  async hangup(sessionId: string): Promise<Result<void>> {
    const session = this.#sessions().find(({ id }) => id === sessionId)
    return session ? session.hangup() : fail('NOT_FOUND', 'This call is over.')
  }

  #sessions(): Session[] {
    return [...this.#calls.values()].filter((call) => call !== 'starting')
  }

  // Restarts.

  async #bringBack(stored: StoredSession): Promise<void> {
    const { session, interaction } = stored
    const version = await this.#versions.get(session.versionId)
    if (!version) return void this.#giveUp(stored, 'VERSION_MISSING', outOfOrder, 'its flow version is gone')
    try {
      const facts = { id: session.id, interaction, version, startedAt: session.startedAt }
      this.#calls.set(interaction.callId, new Session(facts, this.#shared, this.parts.telephony.adopt(interaction.callId), stored))
    } catch (error) {
      void this.#giveUp(stored, 'SESSION_UNREADABLE', [sorry(version.flow.language)], String(error))
    }
  }

  /** A session that cannot go on: its caller is told so once telephony is up. */
  async #giveUp(stored: StoredSession, code: ErrorCode, sentences: readonly Utterance[], why: string): Promise<void> {
    const { callId } = stored.interaction
    this.parts.log.error({ sessionId: stored.session.id, code, error: why }, 'a session cannot be brought back')
    this.#calls.set(callId, 'starting')
    const call = this.parts.telephony.adopt(callId)
    const problem = { code, message: 'After a restart the call could not go on.' }
    await giveUp(this.parts, this.journal, { stored, call, line: this.#line, reachable: this.#reachable(), problem, sentences })
    await call.hangup()
    this.#calls.delete(callId)
  }

  async #telephonyIs(state: 'up' | 'down'): Promise<void> {
    if (this.#stopped) return
    this.#line.up = state === 'up'
    if (state === 'down') return
    for (const resolve of this.#awaitingLine.splice(0)) resolve()
    const live = await this.parts.telephony.liveCalls()
    // Down again already: the next `up` does it.
    if (!live.ok || this.#stopped) return
    const there = new Set(live.value)
    for (const session of this.#sessions()) {
      if (!there.has(session.callId)) session.gone()
      if (session.state === 'running') session.desk.notify()
      // One that has just ended, with its call, is not run again.
      else if (session.state === 'waiting') session.start()
    }
    await Promise.all(live.value.map((callId) => this.#unknown(callId)))
  }

  /** A live call without a session: it came in a moment before we were killed, or should have been hung up. */
  async #unknown(callId: string): Promise<void> {
    if (this.#calls.has(callId)) return
    const { telephony } = this.parts
    const call = telephony.adopt(callId)
    const known = await this.#isKnown(callId)
    if (known === undefined) return
    if (known) {
      if (!this.#calls.has(callId)) await call.hangup()
      return
    }
    const incoming = await telephony.callInfo(callId)
    if (incoming.ok) await this.#incoming(call, incoming.value)
  }

  /** Whether a call has been dealt with. Undefined while the database cannot be read: it is asked again as long as the line is up. */
  async #isKnown(callId: string): Promise<boolean | undefined> {
    const { clock, log, store } = this.parts
    try {
      return await store.knowsCall(callId)
    } catch (error) {
      log.error({ callId, error: String(error) }, 'a call that is there could not be looked up')
      clock.at(clock.now() + AGAIN_MS, () => void (this.#line.up && !this.#stopped && this.#unknown(callId)))
      return undefined
    }
  }

  // New calls.

  async #incoming(call: Call, incoming: IncomingCall): Promise<void> {
    if (this.#stopped || this.#calls.has(call.callId)) return
    this.#calls.set(call.callId, 'starting')
    const found = await this.#versionFor(incoming.to)
    if ('version' in found) this.#begin(call, incoming, found.version)
    else await this.#refuse(call, incoming, found.code, found.sentences)
  }

  async #versionFor(
    number: string,
  ): Promise<{ readonly version: FlowVersion } | { readonly code: ErrorCode; readonly sentences: readonly Utterance[] }> {
    try {
      const route = await this.parts.store.route(number)
      if (route.kind !== 'version')
        return { code: route.kind === 'unassigned' ? 'NUMBER_UNASSIGNED' : 'VERSION_MISSING', sentences: notInService }
      const version = await this.#versions.get(route.versionId)
      return version ? { version } : { code: 'VERSION_MISSING', sentences: outOfOrder }
    } catch (error) {
      this.parts.log.error({ number, error: String(error) }, 'a number could not be looked up')
      return { code: 'STORE_FAILED', sentences: outOfOrder }
    }
  }

  #begin(call: Call, incoming: IncomingCall, version: FlowVersion): void {
    const interaction = interactionOf(incoming, this.#newId())
    const facts = { id: this.#newId(), interaction, version, startedAt: this.parts.clock.now() }
    const session = new Session(facts, this.#shared, call)
    this.#calls.set(call.callId, session)
    this.parts.log.info(
      { sessionId: facts.id, interactionId: interaction.id, flowId: version.flowId, versionId: version.versionId },
      'call started',
    )
    session.start()
  }

  async #refuse(call: Call, incoming: IncomingCall, code: ErrorCode, sentences: readonly Utterance[]): Promise<void> {
    const interactionId = this.#newId()
    this.parts.log.warn({ interactionId, to: incoming.to, code }, 'a call cannot be helped')
    await refuse(this.parts, this.journal, this.#line, call, incoming, this.#reachable(), { code, sentences, interactionId })
    await call.hangup()
    this.#calls.delete(call.callId)
  }

  /** Resolves when the line is up. */
  #reachable(): Promise<void> {
    return this.#line.up ? Promise.resolve() : new Promise((resolve) => this.#awaitingLine.push(resolve))
  }

  /** The flow is over: so is the call, once that is stored. A line that is down is waited for by `#unknown`. */
  async #ended(session: Session): Promise<void> {
    this.parts.log.info({ sessionId: session.id, interactionId: session.facts.interaction.id }, 'call ended')
    await this.journal.committed()
    if (!session.desk.gone) await session.desk.call.hangup()
    if (this.#calls.get(session.callId) === session) this.#calls.delete(session.callId)
  }
}

/** `createRuntime({ clock, telephony, store, speech, … })`; nothing happens before `start()`. */
export function createRuntime(parts: RuntimeParts): Runtime {
  return new Runtime(parts)
}

function interactionOf({ callId, from, to, at }: IncomingCall, id: string): InteractionRow {
  return {
    id,
    callId,
    fromNumber: from.number,
    fromName: from.name,
    toNumber: to,
    startedAt: at,
    endedAt: null,
    outcome: null,
    errorCode: null,
  }
}
