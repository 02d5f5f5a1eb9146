import { type AnyActorRef, createActor, type Snapshot } from 'xstate'
import type { Result } from '@/engine/errors'
import type { FlowContext, Json, LeaveParams, NodeResult } from '@/engine/flow'
import type { Call } from '@/engine/ports'
import type { StoredSession } from '@/engine/store'
import { bounds } from './bounds'
import { CallDesk, type Line } from './desk'
import type { Listeners } from './events'
import type { Journal } from './journal/journal'
import { contextAfter } from './leave'
import { lossOf } from './loss'
import { type MachineEvent, type MachineHost, setHost } from './machine'
import type { RuntimeParts } from './parts'
import { recall } from './recall'
import { recordingRow } from './recording-row'
import { runStep } from './run-step'
import { SessionEvents } from './session-events'
import type { SessionFacts } from './session-facts'
import { outcomeOf, SessionRecord } from './session-record'
import type { ValuesSource } from './values'
import { type EarlierVisit, Visit, type VisitSession } from './visit'

/** What all sessions of a runtime share. */
export interface SessionShared {
  readonly parts: RuntimeParts
  readonly journal: Journal
  readonly line: Line
  readonly listeners: Listeners
  /** The session is over. */
  readonly ended: (session: Session) => void
}

/** How the flow was left when a step ends from outside. */
const outside: Readonly<Record<string, string>> = {
  'call.hangup': 'hangup',
  'flow.limit': 'too-many-steps',
  'flow.abort': 'aborted',
  'flow.errors': 'error',
}

const TOO_MANY_ERRORS: NodeResult = {
  outcome: 'error',
  error: { code: 'TOO_MANY_ERRORS', message: 'The error handler was started again and again.' },
}

/** One run of one flow version on one call: an XState actor whose every transition is journalled. */
export class Session implements MachineHost, VisitSession {
  readonly desk: CallDesk
  readonly #record: SessionRecord
  readonly #events: SessionEvents
  #actor: AnyActorRef | undefined
  /** Of a session from before a restart, until it is started. */
  #snapshot: Snapshot<unknown> | undefined
  #earlier: EarlierVisit | undefined
  /** The machine's, as of its latest transition. */
  #context: FlowContext
  #visit: Visit | undefined
  /** Entered, but its work has not begun. */
  #unstarted: Visit | undefined
  /** The caller hung up before the machine ran (again). */
  #untold = false

  /** Throws where a stored session cannot be read back. */
  constructor(
    readonly facts: SessionFacts,
    readonly shared: SessionShared,
    call: Call,
    stored?: StoredSession,
  ) {
    const { parts, journal } = shared
    const before = stored && recall(stored, parts.vault)
    this.#record = new SessionRecord(facts, before?.host ?? {}, {
      journal,
      vault: parts.vault,
      machine: () => this.#actor?.getPersistedSnapshot() ?? this.#snapshot,
      digits: () => this.desk.digits,
      endKey: () => this.desk.endKey,
    })
    this.#events = new SessionEvents(facts, shared.listeners)
    this.#snapshot = before?.snapshot
    this.#earlier = before?.earlier
    // The compiled machine's initial context is a FlowContext.
    this.#context = before?.context ?? (facts.version.flow.machine as unknown as { readonly context: FlowContext }).context
    this.desk = new CallDesk(call, shared.line, {
      now: () => parts.clock.now(),
      digitsChanged: () => this.#record.touch(),
      gone: (handedBack) => this.gone(handedBack),
    })
    this.desk.digits = before?.digits ?? []
    this.desk.endKey = before?.host.endKey
    this.desk.gone = before?.host.goneAt !== undefined
    this.desk.open()
  }

  get id(): string {
    return this.facts.id
  }

  get callId(): string {
    return this.facts.interaction.callId
  }

  get parts(): RuntimeParts {
    return this.shared.parts
  }

  get journal(): Journal {
    return this.shared.journal
  }

  get language(): string {
    return this.facts.version.flow.language
  }

  /** The step that it is in. */
  get path(): string {
    return this.#visit?.path ?? ''
  }

  get state(): 'waiting' | 'running' | 'ended' {
    return this.#record.ended ? 'ended' : this.#actor ? 'running' : 'waiting'
  }

  /** Starts a new session, or goes on with a restored one: its step is entered again and finds what it has done. */
  start(): void {
    const actor = createActor(this.facts.version.machine, this.#snapshot ? { snapshot: this.#snapshot } : {})
    this.#actor = actor
    setHost(actor.system, this)
    actor.subscribe({
      next: (snapshot) => (snapshot.status === 'done' ? this.#end(outcomeOf(this.#record.host)) : this.#work()),
      error: (error) => this.#broken(error),
    })
    if (this.#earlier) this.enter(this.#earlier.step.path, this.#context)
    else {
      this.#record.begin()
      this.#events.started()
    }
    this.#snapshot = undefined
    actor.start()
    if (this.#untold) this.#sendHangup()
  }

  /** The caller is gone: the flow's hang-up handler runs, unless the step deals with it itself. */
  gone(handedBack = false): void {
    if (this.desk.gone || this.#record.ended) return
    this.desk.gone = true
    const how = this.#isLost() ? { lost: true } : handedBack ? { handedBack } : {}
    this.#record.note({ goneAt: this.#visit?.number ?? this.#context.visit, ...how })
    if (this.#actor) this.#sendHangup()
    else this.#untold = true
  }

  /** Ends the call from outside (an administrator). */
  async hangup(): Promise<Result<void>> {
    return this.desk.call.hangup()
  }

  /** Stops listening; the session goes on in the next engine. */
  suspend(): void {
    this.desk.close()
  }

  // What the machine asks.

  enter(path: string, context: FlowContext): void {
    this.#context = context
    const node = this.facts.version.flow.nodes[path]
    const visit = new Visit(this, context.visit, path, node?.type ?? '$apologise', node, this.#earlier)
    this.#earlier = undefined
    this.#visit = visit
    this.#unstarted = visit
    this.#record.entered()
    this.#events.entered(path, visit.number, visit.enteredAt)
  }

  leave(context: FlowContext, params: LeaveParams, event: MachineEvent): FlowContext {
    const result = 'output' in event ? event.output : event.type === 'flow.errors' ? TOO_MANY_ERRORS : undefined
    const visit = this.#visit
    if (visit) {
      const outcome = result?.outcome ?? outside[event.type] ?? event.type
      const { host } = this.#record
      visit.leave(outcome, result, (visit.number === host.goneAt ? lossOf(host) : undefined) ?? result?.error)
      this.desk.forget()
      this.#events.left(visit.path, visit.number, outcome, result?.error?.code ?? null, this.parts.clock.now())
    }
    this.#visit = undefined
    this.#record.transition()
    const path = params.path || (visit?.path ?? '')
    this.#context = contextAfter(this.facts.version.flow, context, { ...params, path }, result, visit?.heard ?? false)
    visit?.stop()
    return this.#context
  }

  // What steps ask.

  /** True when steps follow each other without waiting for anything: then each waits for its commit, and other calls get their turn. */
  get hurries(): boolean {
    return this.#record.uncommitted > bounds.stepsInTick
  }

  /** Sends what bounds the flow: too many steps, handlers that run too long or start too often. True when the step must not run. */
  bounded(visit: Visit): boolean {
    const { goneAt, limitAt } = this.#record.host
    const since = Math.max(goneAt ?? 0, limitAt ?? 0)
    if (since > 0 && visit.number > since + bounds.handlerSteps) {
      this.#record.note({ aborted: true })
      this.#actor?.send({ type: 'flow.abort' })
      return true
    }
    // A hang-up handler runs whatever happened before, and has a bound of its own.
    if (since === 0 && (this.#context.handled ?? 0) > bounds.errorsInARow && visit.type !== '$apologise') {
      this.#actor?.send({ type: 'flow.errors' })
      return true
    }
    if (since === 0 && visit.number > this.facts.version.flow.maxSteps) {
      this.#record.note({ limitAt: visit.number })
      this.#actor?.send({ type: 'flow.limit' })
      return true
    }
    return false
  }

  /** A step found the call gone before we were told. True when the flow takes it as a hang-up. */
  foundGone(): boolean {
    const { goneAt, hungUp } = this.#record.host
    if (goneAt !== undefined || hungUp) return false
    const interruptible = this.#actor?.getSnapshot().can({ type: 'call.hangup' }) ?? false
    this.gone()
    return interruptible
  }

  /** Characters that the variables take, with those that a step is about to set. */
  variablesSize(more: Readonly<Record<string, Json>>): number {
    return JSON.stringify(this.#context.vars).length + JSON.stringify(more).length
  }

  values(scope: string): ValuesSource {
    const { version, interaction } = this.facts
    const { id, fromNumber: from, fromName, toNumber: to, startedAt } = interaction
    const { vars, error } = this.#context
    return {
      scope: version.flow.scopes[scope] ?? NO_VARIABLES,
      call: { id, from, fromName, to, language: this.language, startedAt },
      vars: vars[scope] ?? {},
      error,
      vault: this.parts.vault,
      now: () => this.parts.clock.now(),
    }
  }

  transferred(): void {
    this.#record.note({ transferred: true })
  }

  hangingUp(): void {
    // A handler's last step hangs up a caller who has gone already.
    if (!this.desk.gone) this.#record.note({ hungUp: true })
  }

  apologised(): void {
    this.#record.note({ apologised: true })
  }

  recorded(nodePath: string, recordingId: string, durationMs: number): void {
    const where = { interactionId: this.facts.interaction.id, sessionId: this.id, nodePath }
    this.journal.of(this.id).recordings.set(recordingId, recordingRow(this.parts, recordingId, durationMs, where))
  }

  // Its own affairs.

  /** Once the machine is in its new state: the work of the step that it has entered. */
  #work(): void {
    const visit = this.#unstarted
    this.#unstarted = undefined
    if (!visit || visit.over) return
    void runStep(this, visit).then((output) => {
      if (!visit.over) this.#actor?.send({ type: 'visit.done', output })
    })
  }

  /** The telephony server was started after the call began, so the call is not there any more, whatever the caller did. */
  #isLost(): boolean {
    return (this.parts.telephony.info().since ?? 0) > this.facts.interaction.startedAt
  }

  #sendHangup(): void {
    this.#actor?.send({ type: 'call.hangup' })
    this.desk.notify()
  }

  /** XState gave up (a machine that does not fit its compiler's conventions): the caller is let go, the trace says why. */
  #broken(error: unknown): void {
    this.parts.log.error({ sessionId: this.id, error: String(error) }, 'a flow broke off')
    const problem = { code: 'NODE_FAILED', message: String(error) }
    this.#visit?.leave('error', { outcome: 'error', error: problem }, problem)
    this.#visit?.stop()
    this.#end('failed', 'NODE_FAILED')
  }

  #end(outcome: string, code?: string): void {
    if (this.#record.ended) return
    const at = this.parts.clock.now()
    const { host } = this.#record
    const last = host.limitAt !== undefined ? 'TOO_MANY_STEPS' : (lossOf(host)?.code ?? this.#context.error?.code ?? null)
    this.#record.end(at, outcome, code ?? last)
    this.desk.close()
    // Whoever hears of the end looks at the call's record: it is there by then.
    void this.journal.stored().then(() => this.#events.ended(outcome, at))
    this.shared.ended(this)
  }
}

const NO_VARIABLES = { variables: [] }
