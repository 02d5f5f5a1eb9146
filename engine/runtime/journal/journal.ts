import { fail, ok, type Problem, type Result } from '@/engine/errors'
import type { Clock } from '@/engine/ports'
import type { SessionWrite, Store, StoreProblem } from '@/engine/store'
import type { Log } from '../log'
import { Pending, sizeOf } from './pending'

export interface JournalOptions {
  readonly store: Pick<Store, 'write'>
  readonly clock: Clock
  readonly log: Log
  /** Most memory that waits for a database that refuses writes, in bytes. */
  readonly maxPendingBytes?: number
  /** Gathers what one tick changes into one commit; `setImmediate` unless told. */
  readonly defer?: (flush: () => void) => void
}

type Waiting = (result: Result<void>) => void

export interface JournalHealth {
  /** `degraded`: calls go on, but what they do is held in memory. */
  readonly state: 'ok' | 'degraded'
  readonly error: string | null
}

/** A lock that others hold this long, in ms, is trouble; until then calls wait for their commit. */
const PATIENCE_MS = 250
const RETRY_MS = 500
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024
/** Sessions in one transaction: a journal that waited through an outage must not stop the loop when it is written at last. */
const MOST_AT_ONCE = 500

/**
 * What sessions do is written behind them, in their order: everything that a tick changes goes in one transaction.
 * A session waits for `committed()` before it acts on the world. While the database refuses, calls go on and their
 * changes wait in memory, merged row by row, until it takes them.
 */
export class Journal {
  readonly #options: Required<JournalOptions>
  #pending = new Map<string, Pending>()
  readonly #waiting: Waiting[] = []
  #scheduled = false
  #writing = false
  #trouble: { readonly since: number; readonly problem: StoreProblem; retries: number } | undefined
  #degraded = false
  #overflow = false

  constructor(options: JournalOptions) {
    const { maxPendingBytes = DEFAULT_MAX_BYTES, defer = (flush) => void setImmediate(flush) } = options
    this.#options = { ...options, maxPendingBytes, defer }
  }

  /** The pending changes of a session; whatever is put there is written soon. */
  of(sessionId: string): Pending {
    let pending = this.#pending.get(sessionId)
    if (!pending) {
      pending = new Pending(sessionId)
      this.#pending.set(sessionId, pending)
    }
    this.#schedule()
    return pending
  }

  /**
   * Resolves once all changes so far are on disk. In trouble it resolves at once, as calls go on;
   * with the database's problem when there is no more room to hold them in memory.
   */
  committed(): Promise<Result<void>> {
    if (this.#degraded) return Promise.resolve(this.verdict)
    if (this.#pending.size === 0 && !this.#writing) return Promise.resolve(ok())
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  get health(): JournalHealth {
    const problem = this.#degraded ? this.#trouble?.problem : undefined
    return { state: problem ? 'degraded' : 'ok', error: problem ? sentence(problem) : null }
  }

  /** Waits until everything is written, for at most `ms`; true when it is. */
  async drain(ms: number): Promise<boolean> {
    const end = this.#options.clock.now() + ms
    while (this.#pending.size > 0 || this.#writing) {
      if (this.#options.clock.now() >= end) return false
      await new Promise<void>((resolve) => this.#options.clock.at(this.#options.clock.now() + 10, resolve))
    }
    return true
  }

  #schedule(): void {
    if (this.#scheduled || this.#writing || this.#trouble) return
    this.#scheduled = true
    this.#options.defer(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  #flush(): void {
    if (this.#writing || this.#pending.size === 0) return
    const ids: string[] = []
    const batch: SessionWrite[] = []
    for (const [id, pending] of this.#pending) {
      ids.push(id)
      batch.push(pending.toWrite())
      this.#pending.delete(id)
      if (batch.length === MOST_AT_ONCE) break
    }
    // Whoever waits, waits for all that was pending when they asked.
    const waiting = this.#pending.size === 0 ? this.#waiting.splice(0) : []
    this.#writing = true
    const result = this.#options.store.write(batch)
    if (result instanceof Promise) void result.then((answer) => this.#written(ids, batch, waiting, answer))
    else this.#written(ids, batch, waiting, result)
  }

  #written(
    ids: readonly string[],
    batch: readonly SessionWrite[],
    waiting: readonly Waiting[],
    result: Awaited<ReturnType<Store['write']>>,
  ): void {
    this.#writing = false
    if (result.ok) {
      this.#recovered()
      for (const resolve of waiting) resolve(ok())
      if (this.#pending.size > 0) this.#schedule()
      return
    }
    if (result.error.refused) {
      void this.#oneByOne(ids, batch, waiting)
      return
    }
    this.#takeBack(ids, batch)
    this.#waiting.unshift(...waiting)
    this.#inTrouble(result.error)
  }

  /** The database will not take some session's rows: every other session's are written, that one's are given up. */
  async #oneByOne(ids: readonly string[], batch: readonly SessionWrite[], waiting: readonly Waiting[]): Promise<void> {
    this.#writing = true
    for (const [index, write] of batch.entries()) {
      const result = await this.#options.store.write([write])
      if (result.ok) continue
      if (!result.error.refused) {
        this.#writing = false
        this.#takeBack(ids.slice(index), batch.slice(index))
        this.#waiting.unshift(...waiting)
        this.#inTrouble(result.error)
        return
      }
      this.#options.log.error(
        { sessionId: ids[index], problem: result.error },
        'the database refused the changes of a session; they are lost',
      )
    }
    this.#written([], [], waiting, { ok: true })
  }

  #takeBack(ids: readonly string[], batch: readonly SessionWrite[]): void {
    const newer = this.#pending
    this.#pending = new Map()
    for (const [index, id] of ids.entries()) {
      const pending = newer.get(id) ?? new Pending(id)
      const write = batch[index]
      if (write) pending.restore(write)
      this.#pending.set(id, pending)
      newer.delete(id)
    }
    for (const [id, pending] of newer) this.#pending.set(id, pending)
  }

  #inTrouble(problem: StoreProblem): void {
    const { clock, log } = this.#options
    this.#trouble = this.#trouble
      ? { ...this.#trouble, problem, retries: this.#trouble.retries + 1 }
      : { since: clock.now(), problem, retries: 0 }
    const { since, retries } = this.#trouble
    const patient = problem.code === 'STORE_BUSY' && clock.now() - since < PATIENCE_MS
    if (!patient && !this.#degraded) {
      this.#degraded = true
      log.error({ problem }, 'the database refuses writes; calls go on, their journal waits in memory')
    }
    if (this.#degraded) this.#measure()
    // A lock is usually gone within a few milliseconds.
    const delay = patient ? Math.min(2 ** retries, 64) : RETRY_MS
    clock.at(clock.now() + delay, () => this.#flush())
  }

  /** Degraded: nobody waits any more; they are told whether there is room. */
  #measure(): void {
    let bytes = 0
    for (const pending of this.#pending.values()) bytes += sizeOf(pending.toWrite())
    const overflow = bytes > this.#options.maxPendingBytes
    if (overflow && !this.#overflow) this.#options.log.error({ bytes }, 'no more room for the journal in memory; calls are ended politely')
    this.#overflow = overflow
    const { verdict } = this
    for (const resolve of this.#waiting.splice(0)) resolve(verdict)
  }

  /** Whether there is room to go on: the database's problem when it takes nothing and memory is full. */
  get verdict(): Result<void> {
    const problem = this.#trouble?.problem
    return this.#overflow && problem ? fail(problem.code, problem.message) : ok()
  }

  #recovered(): void {
    if (this.#degraded) this.#options.log.info({}, 'the database takes writes again; the journal is complete')
    this.#trouble = undefined
    this.#degraded = false
    this.#overflow = false
  }
}

function sentence({ code, params }: Problem): string {
  return params?.reason ? `${code}: ${params.reason}` : code
}
