import { type AnyActorRef, createActor, type Snapshot } from 'xstate'
import type { Result } from '@/engine/errors'
import type { FlowContext, Json, LeaveParams } from '@/engine/flow'
import type { Call } from '@/engine/ports'
import type { InteractionRow, SessionRow, StoredSession } from '@/engine/store'
import { bounds } from './bounds'
import { CallDesk, type Digit, type Line } from './desk'
import type { Listeners } from './events'
import { type HostState, StoredSnapshot } from './host-state'
import type { Journal } from './journal/journal'
import { contextAfter } from './leave'
import { type MachineEvent, type MachineHost, setHost } from './machine'
import type { RuntimeParts } from './parts'
import { recordingRow } from './recording-row'
import { runStep } from './run-step'
import type { ValuesSource } from './values'
import type { FlowVersion } from './versions'
import { type EarlierVisit, Visit } from './visit'

/** What all sessions of a runtime share. */
export interface SessionShared {
  readonly parts: RuntimeParts
  readonly journal: Journal
  readonly line: Line
  readonly listeners: Listeners
  /** The session is over. */
  readonly ended: (session: Session) => void
}

/** The facts of a session that never change. */
export interface SessionFacts {
  readonly id: string
  readonly interaction: InteractionRow
  readonly version: FlowVersion
  readonly startedAt: number
}

/** How the flow was left when a step ends from outside. */
const outside: Readonly<Record<string, string>> = { 'call.hangup': 'hangup', 'flow.limit': 'too-many-steps', 'flow.abort': 'aborted' }

/** One run of one flow version on one call: an XState actor whose every transition is journalled. */
export class Session implements MachineHost {
  readonly desk: CallDesk
  readonly language: string
  #host: HostState
  #actor: AnyActorRef | undefined
  #snapshot: Snapshot<unknown> | undefined
  /** XState's part of the stored snapshot; made again after a transition only. */
  #machineJson: string | undefined
  /** The machine's, as of its latest transition. */
  #context: FlowContext
  #visit: Visit | undefined
  /** Entered, but its work has not begun. */
  #unstarted: Visit | undefined
  #earlier: EarlierVisit | undefined
  #interaction: InteractionRow
  #endedAt: number | null = null
  /** Visits since the last commit. */
  #uncommitted = 0
  /** The caller hung up before the machine ran (again). */
  #untold = false

  constructor(
    readonly facts: SessionFacts,
    readonly shared: SessionShared,
    call: Call,
    stored?: StoredSession,
  ) {
    this.language = facts.version.flow.language
    this.#interaction = facts.interaction
    this.desk = new CallDesk(call, shared.line, {
      now: () => shared.parts.clock.now(),
      digitsChanged: () => this.#digitsChanged(),
      gone: () => this.gone(),
    })
    // The compiled machine's initial context is a FlowContext.
    this.#context = (facts.version.flow.machine as unknown as { readonly context: FlowContext }).context
    this.#host = stored ? this.#recall(stored) : {}
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

  /** The step that it is in. */
  get path(): string {
    return this.#visit?.path ?? ''
  }

  get running(): boolean {
    return this.#actor !== undefined && this.#endedAt === null
  }

  /** Starts a new session, or goes on with a restored one: its step is entered again and finds what it has done. */
  start(): void {
    const { machine } = this.facts.version
    const actor = createActor(machine, this.#snapshot ? { snapshot: this.#snapshot } : {})
    this.#actor = actor
    setHost(actor.system, this)
    actor.subscribe({
      next: (snapshot) => (snapshot.status === 'done' ? this.#finish() : this.#work()),
      error: (error) => this.#broken(error),
    })
    if (!this.#snapshot) {
      const pending = this.journal.of(this.id)
      pending.interaction = this.#interaction
      this.#touch()
      const { flowId, versionId } = this.facts.version
      const { fromNumber: from, toNumber: to, id: interactionId } = this.#interaction
      this.shared.listeners.emit({
        type: 'session-started',
        sessionId: this.id,
        interactionId,
        flowId,
        versionId,
        from,
        to,
        at: this.facts.startedAt,
      })
    }
    if (this.#earlier) this.enter(this.#earlier.step.path, this.#context)
    this.#snapshot = undefined
    actor.start()
    if (this.#untold) this.#sendHangup()
  }

  /** The caller is gone: the flow's hang-up handler runs, unless the step deals with it itself. */
  gone(): void {
    if (this.desk.gone || this.#endedAt !== null) return
    this.desk.gone = true
    this.#host = { ...this.#host, goneAt: this.#visit?.number ?? this.#context.visit }
    this.#touch()
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
    const { flow, flowId } = this.facts.version
    const node = flow.nodes[path]
    const visit = new Visit(this, context.visit, path, node?.type ?? '$apologise', node, this.#earlier)
    this.#earlier = undefined
    this.#visit = visit
    this.#unstarted = visit
    this.#uncommitted++
    this.#touch()
    this.shared.listeners.emit({ type: 'step-entered', sessionId: this.id, flowId, path, visit: visit.number, at: visit.enteredAt })
  }

  leave(context: FlowContext, params: LeaveParams, event: MachineEvent): FlowContext {
    const result = 'output' in event ? event.output : undefined
    const visit = this.#visit
    if (visit) {
      const outcome = result?.outcome ?? outside[event.type] ?? event.type
      visit.leave(outcome, result)
      this.desk.forget()
      const { id: sessionId, facts, parts } = this
      const errorCode = result?.error?.code ?? null
      const { path, number } = visit
      this.shared.listeners.emit({
        type: 'step-left',
        sessionId,
        flowId: facts.version.flowId,
        path,
        visit: number,
        outcome,
        errorCode,
        at: parts.clock.now(),
      })
    }
    this.#visit = undefined
    this.#touch()
    const path = params.path || (visit?.path ?? '')
    this.#context = contextAfter(this.facts.version.flow, context, { ...params, path }, result)
    visit?.stop()
    return this.#context
  }

  // What steps ask.

  /** True when steps follow each other without waiting for anything: then each waits for its commit, and other calls get their turn. */
  get hurries(): boolean {
    return this.#uncommitted > bounds.stepsInTick
  }

  /** Sends what bounds the flow: too many steps, or handlers that run too long. True when the step must not run. */
  bounded(visit: Visit): boolean {
    const { goneAt, limitAt } = this.#host
    const since = Math.max(goneAt ?? 0, limitAt ?? 0)
    if (since > 0 && visit.number > since + bounds.handlerSteps) {
      this.#host = { ...this.#host, aborted: true }
      this.#send('flow.abort')
      return true
    }
    if (limitAt === undefined && goneAt === undefined && visit.number > this.facts.version.flow.maxSteps) {
      this.#host = { ...this.#host, limitAt: visit.number }
      this.#send('flow.limit')
      return true
    }
    return false
  }

  /** A step found the call gone before we were told. True when the flow takes it as a hang-up. */
  foundGone(): boolean {
    if (this.#host.goneAt !== undefined || this.#host.hungUp) return false
    const interruptible = this.#actor?.getSnapshot().can({ type: 'call.hangup' }) ?? false
    this.gone()
    return interruptible
  }

  /** Characters that the variables take, with those that a step is about to set. */
  variablesSize(more: Readonly<Record<string, Json>>): number {
    return JSON.stringify(this.#context.vars).length + JSON.stringify(more).length
  }

  values(scope: string): ValuesSource {
    const { flow } = this.facts.version
    const { id, fromNumber, fromName, toNumber, startedAt } = this.#interaction
    const { vars, error } = this.#context
    return {
      scope: flow.scopes[scope] ?? NO_VARIABLES,
      call: { id, from: fromNumber, fromName, to: toNumber, language: flow.language, startedAt },
      vars: vars[scope] ?? {},
      error,
      vault: this.parts.vault,
      now: () => this.parts.clock.now(),
    }
  }

  transferred(): void {
    this.#host = { ...this.#host, transferred: true }
    this.#touch()
  }

  hangingUp(): void {
    this.#host = { ...this.#host, hungUp: true }
    this.#touch()
  }

  apologised(): void {
    this.#host = { ...this.#host, apologised: true }
    this.#touch()
  }

  recorded(path: string, recordingId: string, durationMs: number): void {
    const row = recordingRow(this.parts, recordingId, durationMs, {
      interactionId: this.#interaction.id,
      sessionId: this.id,
      nodePath: path,
    })
    this.journal.of(this.id).recordings.set(recordingId, row)
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

  #sendHangup(): void {
    this.#actor?.send({ type: 'call.hangup' })
    this.desk.notify()
  }

  #send(type: 'flow.limit' | 'flow.abort'): void {
    this.#actor?.send({ type })
  }

  #digitsChanged(): void {
    this.#touch(false)
  }

  /** The stored session has changed; `machine` when its XState part has. */
  #touch(machine = true): void {
    if (machine) this.#machineJson = undefined
    this.journal.of(this.id).session = () => this.#row()
  }

  #row(): SessionRow {
    const { id, facts } = this
    this.#uncommitted = 0
    const ended = this.#endedAt !== null
    const base = {
      id,
      interactionId: this.#interaction.id,
      versionId: facts.version.versionId,
      startedAt: facts.startedAt,
      endedAt: this.#endedAt,
    }
    return { ...base, status: ended ? 'ended' : 'active', snapshot: ended ? '' : this.#snapshotJson() }
  }

  #snapshotJson(): string {
    // Stringified at once: XState's persisted context is the live one.
    this.#machineJson ??= JSON.stringify(this.#actor ? this.#actor.getPersistedSnapshot() : this.#snapshot)
    // Sealed when written: digits that are read in the tick in which they come never are.
    const { digits } = this.desk
    const host: HostState = digits.length === 0 ? this.#host : { ...this.#host, digits: this.parts.vault.seal(JSON.stringify(digits)) }
    return `{"machine":${this.#machineJson},"host":${JSON.stringify(host)}}`
  }

  #recall({ session, memos, deadlines, openStep }: StoredSession): HostState {
    const { machine, host } = StoredSnapshot.parse(JSON.parse(session.snapshot))
    if (!openStep) throw new Error('it has no open step')
    // As `getPersistedSnapshot` made it, of a machine whose context is a FlowContext.
    const snapshot = machine as Snapshot<unknown> & { readonly context: FlowContext }
    this.#snapshot = snapshot
    this.#context = snapshot.context
    this.#earlier = { step: openStep, memos, deadlines }
    if (host.goneAt !== undefined) this.desk.gone = true
    const { digits: sealed, ...rest } = host
    const digits = sealed === undefined ? undefined : this.parts.vault.open(sealed)
    if (digits?.ok) this.desk.digits = JSON.parse(digits.value) as Digit[] // as `#snapshotJson` made it
    return rest
  }

  #finish(): void {
    this.#end(this.#outcome())
  }

  #outcome(): string {
    const { apologised, limitAt, aborted, transferred, hungUp, goneAt } = this.#host
    if (apologised || aborted || limitAt !== undefined) return 'failed'
    if (transferred) return 'transferred'
    return goneAt !== undefined && !hungUp ? 'hung-up' : 'completed'
  }

  /** XState gave up (a machine that does not fit its compiler's conventions): the caller is let go, the trace says why. */
  #broken(error: unknown): void {
    this.parts.log.error({ sessionId: this.id, error: String(error) }, 'a flow broke off')
    this.#visit?.leave('error', { outcome: 'error', error: { code: 'NODE_FAILED', message: String(error) } })
    this.#end('failed', 'NODE_FAILED')
  }

  #end(outcome: string, code?: string): void {
    if (this.#endedAt !== null) return
    const at = this.parts.clock.now()
    const errorCode = code ?? (this.#host.limitAt === undefined ? (this.#context.error?.code ?? null) : 'TOO_MANY_STEPS')
    this.#endedAt = at
    this.#interaction = { ...this.#interaction, endedAt: at, outcome, errorCode }
    this.journal.of(this.id).interaction = this.#interaction
    this.#touch()
    this.desk.close()
    const { id: sessionId, facts } = this
    // Whoever hears of the end looks at the call's record: it is there by then.
    const { flowId } = facts.version
    const interactionId = this.#interaction.id
    void this.journal
      .stored()
      .then(() => this.shared.listeners.emit({ type: 'session-ended', sessionId, interactionId, flowId, outcome, at }))
    this.shared.ended(this)
  }
}

const NO_VARIABLES = { variables: [] }
