import { type FakeOptions, FakeTelephony, VirtualClock } from '@/engine/ari/fake'
import { compile } from '@/engine/compiler'
import { fail, ok, type Result } from '@/engine/errors'
import type { CompiledFlow, FlowDocument, Json, NodeResult } from '@/engine/flow'
import type { Http, HttpRequest, HttpResponse, NodeContext, NodeRun } from '@/engine/ports'
import { memoryStore, type Store } from '@/engine/store'
import { createVault } from '@/engine/vault'
import { compilableNodes } from '@/nodes/registry.compile'
import { nodeRuns } from '@/nodes/registry.runtime'
import { createRuntime, type Log, openLogFile, type Runtime, type RuntimeEvent } from '..'
import { Life } from './killable'

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export interface HouseOptions extends Omit<FakeOptions, 'clock'> {
  readonly nodes?: Readonly<Record<string, NodeRun>>
  /** Wraps the store, e.g. to make it fail. */
  readonly store?: (store: Store) => Store
  readonly http?: (request: HttpRequest) => Promise<Result<HttpResponse>>
  readonly speech?: (text: string) => Promise<Result<string>>
  readonly sounds?: (name: string) => Promise<Result<string>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly maxPendingBytes?: number
  readonly log?: Log
  /** Folder of the journal's file; without it every tick is stored at once. */
  readonly journalFolder?: string
}

/**
 * A whole engine on fakes: numbers, callers, a virtual clock, and a database that outlives the engine.
 *
 * @example
 * const house = new House()
 * house.publish('7000', document)
 * await house.open()
 * const caller = house.call('7000')
 * await house.clock.advance(500)
 */
export class House {
  readonly clock = new VirtualClock()
  readonly tables: ReturnType<typeof memoryStore>['tables']
  readonly events: RuntimeEvent[] = []
  readonly requests: HttpRequest[] = []
  readonly spoken: string[] = []
  telephony: FakeTelephony
  runtime: Runtime
  readonly #store: Store
  #life = new Life()
  #ids = 0

  constructor(private readonly options: HouseOptions = {}) {
    const { store, tables } = memoryStore()
    this.#store = options.store?.(store) ?? store
    this.tables = tables
    this.telephony = new FakeTelephony({ clock: this.clock, durationOf: (media) => durationOf(media), ...options })
    this.runtime = this.#engine()
  }

  /** Compiles a document and puts it on a number; `modules` by flow id. */
  publish(number: string, document: FlowDocument, versionId = `v-${number}`, modules: Readonly<Record<string, FlowDocument>> = {}): void {
    const published = new Map(Object.entries(modules).map(([id, module]) => [id, { flowId: id, document: module, version: 1 }]))
    const environment = { flowId: `f-${number}`, modules: published, secrets: 'unknown', sounds: 'unknown' } as const
    const { compiled, diagnostics } = compile(document, compilableNodes, environment)
    if (!compiled) throw new Error(JSON.stringify(diagnostics, null, 2))
    this.install(number, compiled, versionId)
  }

  install(number: string, compiled: CompiledFlow, versionId = `v-${number}`): void {
    this.tables.versions.set(versionId, { versionId, flowId: `f-${number}`, compiled: JSON.stringify(compiled) })
    this.tables.numbers.set(number, { flowId: `f-${number}`, versionId })
  }

  open(): Promise<void> {
    return this.runtime.start()
  }

  call(to: string, from?: string) {
    return this.telephony.incoming({ to, ...(from ? { from } : {}) })
  }

  /** kill -9: the engine is gone, calls go on. */
  kill(): void {
    this.#life.kill()
    this.telephony = this.telephony.successor()
  }

  /** A new engine on the same database. */
  async restart(): Promise<void> {
    this.#life = new Life()
    this.runtime = this.#engine()
    await this.runtime.start()
    await this.clock.advance(0)
  }

  /** The path that a call has taken: `start>start`, `menu>matched:1`, and `bye` while it is there. */
  path(callId: string): string[] {
    return this.steps(callId).map(({ path, outcome }) => (outcome === null ? path : `${path}>${outcome}`))
  }

  steps(callId: string) {
    const interaction = this.interaction(callId)
    const session = [...this.tables.sessions.values()].find(({ interactionId }) => interactionId === interaction?.id)
    return [...this.tables.steps.values()].filter(({ sessionId }) => sessionId === session?.id).sort((a, b) => a.visit - b.visit)
  }

  session(callId: string) {
    const interaction = this.interaction(callId)
    return [...this.tables.sessions.values()].find(({ interactionId }) => interactionId === interaction?.id)
  }

  interaction(callId: string) {
    return [...this.tables.interactions.values()].find((row) => row.callId === callId)
  }

  #engine(): Runtime {
    const { options } = this
    const life = this.#life
    const http: Http = {
      request: (request) => {
        this.requests.push(request)
        return life.guard(options.http?.(request) ?? Promise.resolve(fail('HTTP_UNREACHABLE', 'Nobody is there.')))
      },
    }
    const runtime = createRuntime({
      clock: life.clock(this.clock),
      telephony: this.telephony,
      store: life.store(this.#store),
      speech: {
        say: ({ text }) => {
          this.spoken.push(text)
          return life.guard(options.speech?.(text) ?? Promise.resolve(ok(`speech:${text}`)))
        },
      },
      sounds: {
        find: options.sounds ?? (async (name) => (name === 'missing' ? fail('SOUND_MISSING', 'No such sound.') : ok(`sound:${name}`))),
      },
      http,
      secrets: {
        reveal: async (name) => {
          const secret = options.secrets?.[name]
          return secret === undefined ? fail('SECRET_MISSING', 'No such secret.') : ok(secret)
        },
      },
      vault: createVault(Buffer.alloc(32, 1)),
      // Registries keep each type's config type; the compiler has checked every config by its own type's schema.
      nodes: { ...(nodeRuns as unknown as Readonly<Record<string, NodeRun>>), ...options.nodes },
      log: options.log ?? silent,
      newId: () => `id${++this.#ids}`,
      defer: queueMicrotask,
      journalFile: options.journalFolder === undefined ? undefined : life.journalFile(openLogFile(options.journalFolder, silent)),
      maxPendingBytes: options.maxPendingBytes,
    })
    runtime.onEvent((event) => this.events.push(event))
    return runtime
  }
}

/** Speech takes 100 ms a word. */
function durationOf(media: string): number | undefined {
  if (media.includes('unplayable')) return undefined
  return media.split(/\s+/).length * 100
}

/** A compiled flow of one custom node per state, for what no real node does: `{ a: { done: 'b' }, b: { done: '$end' } }`. */
export function customFlow(
  states: Readonly<Record<string, Readonly<Record<string, string>>>>,
  more: Partial<CompiledFlow> = {},
): CompiledFlow {
  const [first] = Object.keys(states)
  const transition = (target: string, path: string): Json => ({
    target: `#flow.${target}`,
    reenter: true,
    actions: [{ type: 'leave', params: { path } }],
  })
  const state = (path: string, outcomes: Readonly<Record<string, string>>): Json => {
    const { 'call.hangup': keeps, ...exits } = outcomes
    const all = Object.entries({ ...exits, error: exits.error ?? '$error' })
    return {
      invoke: {
        id: path,
        src: path,
        input: { path },
        onDone: all.map(([is, target], index) =>
          index === all.length - 1
            ? transition(target, path)
            : { guard: { type: 'outcome', params: { is } }, ...(transition(target, path) as object) },
        ) as Json,
      },
      ...(keeps === undefined ? {} : { on: { 'call.hangup': {} } }),
    } as Json
  }
  const apology = (path: string): Json => ({ invoke: { id: path, src: '$apologise', input: { path }, onDone: [transition('$end', path)] } })
  return {
    format: 1,
    machine: {
      id: 'flow',
      initial: first ?? '',
      context: { vars: { '': {} }, visit: 1, error: null },
      on: { 'call.hangup': transition('$end', ''), 'flow.limit': transition('$limit', ''), 'flow.abort': transition('$end', '') },
      states: {
        ...Object.fromEntries(Object.entries(states).map(([path, outcomes]) => [path, state(path, outcomes)])),
        $error: apology('$error'),
        $limit: apology('$limit'),
        $end: { type: 'final' },
      },
    },
    nodes: Object.fromEntries(
      Object.keys(states).map((path) => [path, { nodeId: path, type: path, version: 1, scope: '', config: {}, connected: [] }]),
    ),
    scopes: { '': { flowId: 'f', version: null, variables: [] } },
    language: 'en',
    maxSteps: 500,
    ...more,
  }
}

/** A node that does `work` and leaves by `done`, or by the result that `work` answers. */
export function doing(work: (context: NodeContext) => Promise<unknown>): NodeRun {
  return async (_config, context) => {
    const result = await work(context)
    return isResult(result) ? result : { outcome: 'done' }
  }
}

function isResult(value: unknown): value is NodeResult {
  return typeof value === 'object' && value !== null && 'outcome' in value
}
