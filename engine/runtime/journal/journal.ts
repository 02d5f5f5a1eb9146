import { fail, ok, type Problem, type Result } from '@/engine/errors'
import type { Clock } from '@/engine/ports'
import type { SessionWrite, Store, StoreProblem, WriteResult } from '@/engine/store'
import type { Log } from '../log'
import type { JournalLog } from './log'
import { Pending } from './pending'
import { sizeOf, Unstored } from './unstored'

export interface JournalOptions {
  readonly store: Pick<Store, 'write'>
  readonly clock: Clock
  readonly log: Log
  /** Makes changes safe until the database has them; without it they are safe once it has. */
  readonly file?: JournalLog
  /** Most memory that waits for a database that refuses writes, in bytes. */
  readonly maxPendingBytes?: number
  /** Gathers what one tick changes; `setImmediate` unless told. */
  readonly defer?: (flush: () => void) => void
}

type Waiting = (result: Result<void>) => void

/** One write to the database, and what depends on it. */
interface Attempt {
  readonly taken: readonly (readonly [id: string, unstored: Unstored])[]
  readonly batch: readonly SessionWrite[]
  readonly all: boolean
  readonly waiting: readonly Waiting[]
  readonly done: (() => void) | undefined
}

export interface JournalHealth {
  /** `degraded`: calls go on, but the database takes nothing. */
  readonly state: 'ok' | 'degraded'
  readonly error: string | null
}

/** How long changes that are safe in the file wait for others to be stored with, in ms. */
const GATHER_MS = 500
/** A lock that others hold this long, in ms, is trouble; until then whoever waits for it waits. */
const PATIENCE_MS = 250
const RETRY_MS = 500
const RECOVERY_MS = 30_000
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024
/** Sessions in one transaction: a journal that waited through an outage must not stop the loop when it is written at last. */
const MOST_AT_ONCE = 500

/**
 * What sessions do is written behind them, in their order. A tick's changes are appended to a file, and stored a moment
 * later with those of other ticks, merged row by row. A session waits for `committed()` before it acts on the world.
 * While the database refuses, calls go on; their changes wait until it takes them, and outlive us in the file.
 */
export class Journal {
  readonly #options: JournalOptions & Required<Pick<JournalOptions, 'maxPendingBytes' | 'defer'>>
  /** Of this tick. */
  readonly #pending = new Map<string, Pending>()
  /** Not in the database yet. */
  #unstored = new Map<string, Unstored>()
  /** Some of it is not in the file either. */
  #unsafe = false
  readonly #waiting: Waiting[] = []
  readonly #waitingForStore: Waiting[] = []
  #tickScheduled = false
  #storeScheduled = false
  #storing = false
  #trouble: { readonly since: number; readonly problem: StoreProblem; readonly retries: number } | undefined
  #degraded = false
  #overflow = false

  constructor(options: JournalOptions) {
    const { maxPendingBytes = DEFAULT_MAX_BYTES, defer = (flush) => void setImmediate(flush) } = options
    this.#options = { ...options, maxPendingBytes, defer }
  }

  /** The changes of a session in this tick; whatever is put there is written. */
  of(sessionId: string): Pending {
    let pending = this.#pending.get(sessionId)
    if (!pending) {
      pending = new Pending(sessionId)
      this.#pending.set(sessionId, pending)
      this.#scheduleTick()
    }
    return pending
  }

  /**
   * Resolves once all changes so far are safe. While the database refuses it resolves at once, as calls go on; with the
   * database's problem when there is no more room to hold them in memory.
   */
  committed(): Promise<Result<void>> {
    if (this.#pending.size === 0 && (!this.#unsafe || this.#degraded)) return Promise.resolve(this.verdict)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Resolves once the database has all changes so far, or refuses them. */
  stored(): Promise<unknown> {
    if (this.#pending.size === 0 && this.#unstored.size === 0 && !this.#storing) return Promise.resolve()
    return new Promise((resolve) => this.#waitingForStore.push(resolve))
  }

  get health(): JournalHealth {
    const problem = this.#degraded ? this.#trouble?.problem : undefined
    return { state: problem ? 'degraded' : 'ok', error: problem ? sentence(problem) : null }
  }

  /** Whether there is room to go on: the database's problem when it takes nothing and memory is full. */
  get verdict(): Result<void> {
    const problem = this.#trouble?.problem
    return this.#overflow && problem ? fail(problem.code, problem.message) : ok()
  }

  /**
   * Stores what an engine before us had only put into the file. To be awaited before anything is read from the database;
   * rejects when that does not take it, for sessions would go on from where they were some steps ago.
   */
  async recover(): Promise<void> {
    const ticks = this.#options.file?.read() ?? []
    if (ticks.length === 0) return
    this.#options.log.info({ ticks: ticks.length }, 'changes that the last engine had not stored')
    for (const tick of ticks) this.#keep(tick)
    void this.#store()
    if (!(await this.#emptied(RECOVERY_MS))) throw new Error(`The database does not take the last engine's journal: ${this.health.error}`)
  }

  /** Stores everything, for at most `ms`; true when it is stored. Nothing may be changed any more. */
  async drain(ms: number): Promise<boolean> {
    this.#tick()
    void this.#store()
    const stored = await this.#emptied(ms)
    if (stored) this.#options.file?.close()
    return stored
  }

  async #emptied(ms: number): Promise<boolean> {
    const { clock } = this.#options
    const end = clock.now() + ms
    while (this.#unstored.size > 0 || this.#storing) {
      if (clock.now() >= end) return false
      await new Promise<void>((resolve) => clock.at(clock.now() + 10, resolve))
    }
    return true
  }

  // A tick.

  #scheduleTick(): void {
    if (this.#tickScheduled) return
    this.#tickScheduled = true
    this.#options.defer(() => {
      this.#tickScheduled = false
      this.#tick()
      if (this.#unstored.size > 0) this.#scheduleStore()
    })
  }

  /** Into the file; whoever waits may go on. */
  #tick(): void {
    if (this.#pending.size === 0) return
    const tick = [...this.#pending].map(([id, pending]) => [id, pending.toWrite()] as const)
    this.#pending.clear()
    this.#keep(tick)
    if (!this.#options.file?.append(tick)) this.#unsafe = true
    if (!this.#unsafe || this.#degraded) this.#resolve(this.#waiting.splice(0))
  }

  #keep(tick: Iterable<readonly [string, SessionWrite]>): void {
    for (const [id, write] of tick) {
      const unstored = this.#unstored.get(id) ?? new Unstored()
      unstored.apply(write)
      this.#unstored.set(id, unstored)
    }
  }

  #resolve(waiting: readonly Waiting[]): void {
    const { verdict } = this
    for (const resolve of waiting) resolve(verdict)
  }

  // The database.

  #scheduleStore(): void {
    if (this.#trouble || this.#storing || this.#storeScheduled) return
    if (this.#unsafe) {
      void this.#store()
      return
    }
    this.#storeScheduled = true
    const { clock } = this.#options
    clock.at(clock.now() + GATHER_MS, () => {
      this.#storeScheduled = false
      if (!this.#trouble) void this.#store()
    })
  }

  #store(): void | Promise<void> {
    if (this.#storing) return
    this.#tick()
    if (this.#unstored.size === 0) return
    const taken = [...this.#unstored].slice(0, MOST_AT_ONCE)
    const all = taken.length === this.#unstored.size
    for (const [id] of taken) this.#unstored.delete(id)
    const attempt: Attempt = {
      taken,
      batch: taken.map(([, unstored]) => unstored.toWrite()),
      // Only once everything up to now is stored, the file is of no more use and nobody has to wait.
      all,
      waiting: all ? [...this.#waiting.splice(0), ...this.#waitingForStore.splice(0)] : [],
      done: all ? this.#options.file?.mark() : undefined,
    }
    this.#storing = true
    const result = this.#options.store.write(attempt.batch)
    return result instanceof Promise ? result.then((answer) => this.#answered(attempt, answer)) : this.#answered(attempt, result)
  }

  #answered(attempt: Attempt, result: WriteResult): void | Promise<void> {
    if (result.ok) return this.#stored(attempt)
    if (result.error.refused) return this.#oneByOne(attempt)
    this.#failed(attempt, 0, result.error)
  }

  #stored({ all, waiting, done }: Attempt): void | Promise<void> {
    this.#storing = false
    if (!all) return this.#store()
    if (this.#degraded) this.#options.log.info({}, 'the database takes writes again; the journal is complete')
    this.#trouble = undefined
    this.#degraded = false
    this.#overflow = false
    done?.()
    if (this.#unstored.size === 0) this.#unsafe = false
    this.#resolve(waiting)
    if (this.#unstored.size > 0) this.#scheduleStore()
  }

  /** The database will not take some session's rows: every other session's are stored, that one's are given up. */
  async #oneByOne(attempt: Attempt): Promise<void> {
    for (const [index, write] of attempt.batch.entries()) {
      const result = await this.#options.store.write([write])
      if (result.ok) continue
      if (!result.error.refused) return this.#failed(attempt, index, result.error)
      const id = attempt.taken[index]?.[0]
      this.#options.log.error({ id, problem: result.error }, 'the database refused the changes of a session; they are lost')
    }
    await this.#stored(attempt)
  }

  /** What was not stored is taken back, with what has come since on top of it, and tried again. */
  #failed({ taken, waiting }: Attempt, from: number, problem: StoreProblem): void {
    const { clock, log } = this.#options
    this.#storing = false
    const newer = this.#unstored
    this.#unstored = new Map(taken.slice(from))
    this.#keep([...newer].map(([id, unstored]) => [id, unstored.toWrite()] as const))
    this.#waiting.unshift(...waiting)

    const { since = clock.now(), retries = -1 } = this.#trouble ?? {}
    this.#trouble = { since, problem, retries: retries + 1 }
    const patient = problem.code === 'STORE_BUSY' && clock.now() - since < PATIENCE_MS
    if (!patient && !this.#degraded) {
      this.#degraded = true
      log.error({ problem }, 'the database refuses writes; calls go on, their journal waits')
    }
    if (this.#degraded) {
      this.#measure()
      this.#resolve([...this.#waiting.splice(0), ...this.#waitingForStore.splice(0)])
    }
    // A lock is usually gone within a few milliseconds.
    clock.at(clock.now() + (patient ? Math.min(2 ** this.#trouble.retries, 64) : RETRY_MS), () => void this.#store())
  }

  #measure(): void {
    let bytes = 0
    for (const unstored of this.#unstored.values()) bytes += sizeOf(unstored.toWrite())
    const overflow = bytes > this.#options.maxPendingBytes
    if (overflow && !this.#overflow) this.#options.log.error({ bytes }, 'no more room for the journal in memory; calls are ended politely')
    this.#overflow = overflow
  }
}

function sentence({ code, params }: Problem): string {
  return params?.reason ? `${code}: ${params.reason}` : code
}
