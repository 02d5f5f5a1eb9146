import { ok, type Result } from '@/engine/errors'
import type { CompiledNode, Json, NodeResult, Prompt } from '@/engine/flow'
import type { ValueWriter } from '@/engine/flow/expressions'
import type { Clock, Http, Media, MediaUri, NodeContext, Secrets } from '@/engine/ports'
import type { DeadlineRow, MemoRow, StepRow } from '@/engine/store'
import { bounds } from './bounds'
import type { CallDesk } from './desk'
import type { Journal } from './journal/journal'
import { createMedia } from './media/media'
import { salvage } from './media/record'
import type { Scene } from './media/scene'
import { isDue, until } from './media/until'
import type { RuntimeParts } from './parts'
import { makePrompts } from './prompts'
import { dotted, dottedText, sealJson, textsOf } from './sealed'
import { Values } from './values'

/** What a visit needs of its session. */
export interface VisitSession {
  readonly id: string
  readonly desk: CallDesk
  readonly parts: RuntimeParts
  readonly journal: Journal
  readonly language: string
  /** Roots of expressions at this step. */
  values(scope: string): ConstructorParameters<typeof Values>[0]
  transferred(): void
  hangingUp(): void
  recorded(path: string, recordingId: string, durationMs: number): void
}

/** What is known of a visit from before a restart. */
export interface EarlierVisit {
  readonly step: StepRow
  readonly memos: readonly MemoRow[]
  readonly deadlines: readonly DeadlineRow[]
}

/** One visit of one step: what its node sees, what it remembers, and its row in the trace. */
export class Visit implements NodeContext, Scene {
  readonly visitId: string
  readonly enteredAt: number
  readonly restored: boolean
  readonly media: Media
  readonly values: Values
  readonly #memos = new Map<string, Json>()
  readonly #deadlines = new Map<string, number>()
  readonly #revealed = new Set<string>()
  #input: Json | undefined
  /** The words of the prompts that were made ready, in order. */
  readonly #said: string[] = []
  #message: { readonly recordingId: string; readonly durationMs: number } | undefined
  #left = false
  #over = false
  /** The caller has pressed keys that it has read. */
  heard = false
  #abort: AbortController | undefined

  constructor(
    private readonly session: VisitSession,
    readonly number: number,
    readonly path: string,
    readonly type: string,
    readonly node: CompiledNode | undefined,
    earlier: EarlierVisit | undefined,
  ) {
    this.visitId = `${session.id}:${number}`
    this.restored = earlier !== undefined
    this.enteredAt = earlier?.step.enteredAt ?? session.parts.clock.now()
    for (const { key, value } of earlier?.memos ?? []) this.#memos.set(key, JSON.parse(value) as Json) // as `remember` wrote it
    for (const { key, dueAt } of earlier?.deadlines ?? []) this.#deadlines.set(key, dueAt)
    this.values = new Values(session.values(node?.scope ?? ''), this.#revealed)
    this.media = createMedia(this)
    if (!earlier) this.#write(() => this.#row())
  }

  // What nodes see. Properties, not methods: a node may take them apart.

  /** Made when a node asks for it: most never do. */
  get signal(): AbortSignal {
    if (!this.#abort) {
      this.#abort = new AbortController()
      if (this.#over) this.#abort.abort()
    }
    return this.#abort.signal
  }

  get clock(): Clock {
    return this.session.parts.clock
  }

  readonly http: Http = {
    request: async (request, signal) => {
      await this.committed()
      return this.session.parts.http.request(request, signal)
    },
  }

  get language(): string {
    return this.session.language
  }

  get callGone(): boolean {
    return this.desk.gone
  }

  readonly secrets: Secrets = {
    reveal: async (name) => {
      const secret = await this.session.parts.secrets.reveal(name)
      if (secret.ok) this.hide(secret.value)
      return secret
    },
  }

  readonly hide = (text: string): void => {
    if (text !== '') this.#revealed.add(text)
  }

  readonly evaluate = (expression: string, extra?: Readonly<Record<string, Json>>): Result<Json> => this.values.evaluate(expression, extra)

  readonly render = (template: string, write?: ValueWriter): Result<string> => this.values.render(template, write)

  readonly seal = (value: Json): Json => {
    for (const text of textsOf(value)) this.#revealed.add(text)
    return sealJson(this.session.parts.vault, value)
  }

  readonly noteInput = (input: Json): void => {
    this.#input = input
  }

  readonly once = async <T extends Json>(key: string, effect: () => Promise<T>): Promise<T> => {
    const done = this.#memos.get(`once.${key}`)
    if (done !== undefined) return done as T // what the same effect returned before
    await this.committed()
    this.signal.throwIfAborted()
    const value = await effect()
    this.remember(`once.${key}`, value)
    await this.committed()
    return value
  }

  readonly sleep = async (key: string, ms: number): Promise<void> => {
    const name = `sleep.${key}`
    const due = this.#deadlines.get(name) ?? this.clock.now() + ms
    if (!this.#deadlines.has(name)) this.setDeadline(name, due)
    await until(this, (wakeAt) => {
      // A hang-up handler may wait, too: nobody's line has to be up for that.
      if (this.desk.gone ? this.clock.now() >= due : isDue(this, due)) return true
      wakeAt(Math.max(due, this.clock.now() + 1))
      return undefined
    })
    if (this.#over) this.signal.throwIfAborted()
  }

  // What media operations see.

  get over(): boolean {
    return this.#over
  }

  get desk(): CallDesk {
    return this.session.desk
  }

  committed(): Promise<unknown> {
    return this.session.journal.committed()
  }

  get telephony() {
    return this.session.parts.telephony
  }

  id(key: string): string {
    return `${this.visitId}:${key}`
  }

  memo(key: string): Json | undefined {
    return this.#memos.get(key)
  }

  remember(key: string, value: Json, stored: () => Json = () => value): void {
    if (this.#left || (this.#memos.size >= bounds.memos && !this.#memos.has(key))) return
    this.#memos.set(key, value)
    this.session.journal.of(this.session.id).memo(this.number, key, () => JSON.stringify(stored()))
  }

  deadline(key: string): number | undefined {
    return this.#deadlines.get(key)
  }

  setDeadline(key: string, due: number): void {
    if (this.#left) return
    this.#deadlines.set(key, due)
    this.session.journal.of(this.session.id).deadline(this.number, key, due)
  }

  sealText(text: string): string {
    return this.session.parts.vault.seal(text)
  }

  openText(sealed: string): Result<string> {
    return this.session.parts.vault.open(sealed)
  }

  async sounds(prompts: readonly Prompt[]): Promise<Result<readonly MediaUri[]>> {
    const made = await makePrompts(this.session.parts, this.values, this.language, prompts)
    if (!made.ok) return made
    this.#said.push(...made.value.map(({ said }) => said))
    return ok(made.value.flatMap(({ media }) => media ?? []))
  }

  pressed(): void {
    this.heard = true
  }

  transferred(): void {
    this.session.transferred()
  }

  hangingUp(): void {
    this.session.hangingUp()
  }

  recorded(recordingId: string, durationMs: number): void {
    this.#message = { recordingId, durationMs }
    if (this.#left) this.session.recorded(this.path, recordingId, durationMs)
  }

  unrecorded(recordingId: string): void {
    if (this.#message?.recordingId === recordingId) this.#message = undefined
  }

  // What the session does with it.

  /** The machine has left the step: whatever it still does is of no use. */
  stop(): void {
    this.#over = true
    this.#abort?.abort()
    this.desk.notify()
  }

  /** Writes the step's end; `result` is undefined when it was left from outside. */
  leave(outcome: string, result: NodeResult | undefined, error: NodeResult['error']): void {
    if (!result) salvage(this, this.#memos)
    this.#left = true
    if (this.#message) this.session.recorded(this.path, this.#message.recordingId, this.#message.durationMs)
    const leftAt = this.clock.now()
    this.#write(() => ({
      ...this.#row(),
      leftAt,
      outcome,
      output: this.#trace(result?.output),
      errorCode: error?.code ?? null,
      errorMessage: error ? dottedText(error.message, this.#revealed) : null,
    }))
    this.session.journal.of(this.session.id).leave(this.number, this.#memos.size + this.#deadlines.size)
  }

  #row(): StepRow {
    const { number: visit, path, type, enteredAt } = this
    const end = { leftAt: null, outcome: null, output: null, errorCode: null, errorMessage: null }
    return { sessionId: this.session.id, visit, path, type, enteredAt, input: this.#trace(this.#worked), ...end }
  }

  /** What the step worked with: what its node noted; else what was said and which variables were read. */
  get #worked(): Json | undefined {
    if (this.#input !== undefined) return this.#input
    const worked: Record<string, Json> = {}
    if (this.#said.length > 0) worked.said = this.#said
    if (Object.keys(this.values.read).length > 0) worked.variables = this.values.read
    return Object.keys(worked).length > 0 ? worked : undefined
  }

  #write(row: () => StepRow): void {
    this.session.journal.of(this.session.id).step(this.number, row)
  }

  #trace(value: Json | undefined): string | null {
    if (value === undefined) return null
    const text = JSON.stringify(this.#revealed.size === 0 ? dotted(value, NOTHING) : dotted(value, this.#revealed))
    return text.length <= bounds.trace ? text : JSON.stringify({ truncated: text.slice(0, bounds.trace / 2) })
  }
}

const NOTHING: ReadonlySet<string> = new Set()
