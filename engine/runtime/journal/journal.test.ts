import { describe, expect, test } from 'vitest'
import { VirtualClock } from '@/engine/ari/fake'
import type { SessionWrite, StoreProblem, WriteResult } from '@/engine/store'
import { begun, session, step } from '@/engine/store/testing/rows'
import { silentLog } from '../log'
import { Journal } from './journal'
import type { JournalLog, LoggedTick } from './log'

const problem = (code: StoreProblem['code'], refused = false): WriteResult => ({
  ok: false,
  error: { code, refused, message: code, params: { reason: 'why' } },
})

/** A store that answers what it is told, and keeps what it took. */
function rig(options: { maxPendingBytes?: number } = {}) {
  const clock = new VirtualClock()
  const taken: SessionWrite[][] = []
  let answer: (batch: readonly SessionWrite[]) => WriteResult | Promise<WriteResult> = () => ({ ok: true })
  const store = {
    write(batch: readonly SessionWrite[]) {
      const result = answer(batch)
      const keep = (given: WriteResult) => {
        if (given.ok) taken.push([...batch])
        return given
      }
      return result instanceof Promise ? result.then(keep) : keep(result)
    },
  }
  const journal = new Journal({ store, clock, log: silentLog, defer: queueMicrotask, ...options })
  return { clock, taken, store, journal, answers: (next: typeof answer) => (answer = next) }
}

function begin(journal: Journal, id: string): void {
  const { interaction, session: row, steps } = begun(id)
  const pending = journal.of(id)
  pending.interaction = interaction
  pending.session = () => row ?? session(id)
  for (const one of steps) pending.step(one.visit, () => one)
}

/** Whether a promise has settled once all microtasks have run. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let done = false
  void promise.then(() => (done = true))
  await new Promise((resolve) => setImmediate(resolve))
  return done
}

describe('the journal', () => {
  test('what one tick changes goes in one commit, each row once, as it is at the end', async () => {
    const { journal, taken } = rig()
    begin(journal, 's1')
    begin(journal, 's2')
    journal.of('s1').step(1, () => step('s1', 1, { leftAt: 5, outcome: 'done' }))
    journal.of('s1').memo(1, 'a', () => '1')
    journal.of('s1').memo(1, 'a', () => '2')
    expect(await journal.committed()).toEqual({ ok: true })
    expect(taken).toHaveLength(1)
    expect(taken[0]).toHaveLength(2)
    expect(taken[0]?.[0]).toMatchObject({ steps: [{ outcome: 'done' }], memos: [{ value: '2' }] })
  })

  test('what a visit remembered is not written when the visit is over in the same tick', async () => {
    const { journal, taken } = rig()
    journal.of('s1').memo(1, 'a', () => '1')
    journal.of('s1').deadline(1, 'b', 1)
    journal.of('s1').leave(1, 2)
    await journal.committed()
    expect(taken[0]?.[0]).toMatchObject({ memos: [], deadlines: [], left: [] })
  })

  test('with nothing to write nobody waits', async () => {
    expect(await settled(rig().journal.committed())).toBe(true)
  })

  test('while a commit is under way, later changes wait for the next', async () => {
    const { journal, taken, answers } = rig()
    let finish: (result: WriteResult) => void = () => {}
    answers(() => new Promise((resolve) => (finish = resolve)))
    begin(journal, 's1')
    const first = journal.committed()
    await settled(first)
    journal.of('s1').memo(1, 'a', () => '1')
    const second = journal.committed()
    finish({ ok: true })
    expect(await settled(first)).toBe(true)
    expect(await settled(second)).toBe(false)
    finish({ ok: true })
    expect(await settled(second)).toBe(true)
    expect(taken).toHaveLength(2)
  })

  test('a lock that is gone in a moment costs a moment, and nobody acts before the commit', async () => {
    const { journal, taken, answers, clock } = rig()
    answers(() => problem('STORE_BUSY'))
    begin(journal, 's1')
    const committed = journal.committed()
    await clock.advance(100)
    expect(await settled(committed)).toBe(false)
    expect(journal.health.state).toBe('ok')
    answers(() => ({ ok: true }))
    await clock.advance(64)
    expect(await settled(committed)).toBe(true)
    expect(taken).toHaveLength(1)
  })

  test.each(['STORE_BUSY', 'STORE_FULL', 'STORE_FAILED'] as const)(
    'given %s for long: calls go on, it says so, and writes everything in the end',
    async (code) => {
      const { journal, taken, answers, clock } = rig()
      answers(() => problem(code))
      begin(journal, 's1')
      const first = journal.committed()
      await clock.advance(1000)
      expect(await settled(first)).toBe(true)
      expect(journal.health).toEqual({ state: 'degraded', error: `${code}: why` })
      journal.of('s1').step(1, () => step('s1', 1, { leftAt: 9, outcome: 'done' }))
      journal.of('s1').step(2, () => step('s1', 2))
      journal.of('s1').memo(1, 'a', () => '1')
      expect(await settled(journal.committed())).toBe(true)
      await clock.advance(10_000)
      journal.of('s1').leave(1, 2)
      answers(() => ({ ok: true }))
      await clock.advance(500)
      expect(journal.health).toEqual({ state: 'ok', error: null })
      expect(taken).toHaveLength(1)
      expect(taken[0]?.[0]).toMatchObject({
        interaction: { id: 'i-s1' },
        session: { id: 's1' },
        steps: [{ visit: 1, outcome: 'done' }, { visit: 2 }],
        memos: [],
        left: [{ visit: 1 }],
      })
    },
  )

  test('with no more room in memory, sessions are told the database’s problem', async () => {
    const { journal, answers, clock } = rig({ maxPendingBytes: 5000 })
    answers(() => problem('STORE_FULL'))
    begin(journal, 's1')
    expect(await settled(journal.committed())).toBe(true)
    journal.of('s1').memo(1, 'big', () => 'x'.repeat(10_000))
    await clock.advance(500)
    expect(await journal.committed()).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } })
    answers(() => ({ ok: true }))
    await clock.advance(500)
    expect(await journal.committed()).toEqual({ ok: true })
  })

  test('rows that the database will never take do not keep the others’ back', async () => {
    const { journal, taken, answers } = rig()
    answers((batch) => (batch.some(({ session: row }) => row?.id === 'bad') ? problem('STORE_FAILED', true) : { ok: true }))
    begin(journal, 'good')
    begin(journal, 'bad')
    begin(journal, 'fine')
    expect(await journal.committed()).toEqual({ ok: true })
    expect(taken.flat().map(({ session: row }) => row?.id)).toEqual(['good', 'fine'])
    expect(journal.health.state).toBe('ok')
  })

  test('a journal that waited through an outage is written in portions', async () => {
    const { journal, taken } = rig()
    for (let index = 0; index < 1200; index++) begin(journal, `s${index}`)
    await journal.committed()
    expect(taken.map((batch) => batch.length)).toEqual([500, 500, 200])
  })

  test('it can be waited for until everything is written, or the time is up', async () => {
    const { journal, answers, clock } = rig()
    answers(() => problem('STORE_FULL'))
    begin(journal, 's1')
    const late = journal.drain(1000)
    await clock.advance(1100)
    expect(await late).toBe(false)
    answers(() => ({ ok: true }))
    const done = journal.drain(1000)
    await clock.advance(1000)
    expect(await done).toBe(true)
  })
})

describe('the journal with a file', () => {
  /** A file in memory. */
  function fileRig() {
    const base = rig()
    const lines: LoggedTick[] = []
    let writable = true
    const file: JournalLog = {
      read: () => [...lines],
      append: (tick) => (writable ? lines.push(tick) > 0 : false),
      mark: () => {
        const upTo = lines.length
        return () => void lines.splice(0, upTo)
      },
      close: () => {},
    }
    const store = { write: base.store.write }
    const open = () => new Journal({ store, clock: base.clock, log: silentLog, defer: queueMicrotask, file })
    return { ...base, journal: open(), open, lines, breakFile: () => (writable = false) }
  }

  test('changes are safe at once, and stored a moment later with those of other ticks', async () => {
    const { journal, taken, clock, lines } = fileRig()
    begin(journal, 's1')
    expect(await settled(journal.committed())).toBe(true)
    expect(lines).toHaveLength(1)
    journal.of('s1').step(1, () => step('s1', 1, { leftAt: 9, outcome: 'done' }))
    begin(journal, 's2')
    await journal.committed()
    expect(taken).toEqual([])
    await clock.advance(500)
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject([{ steps: [{ outcome: 'done' }] }, { session: { id: 's2' } }])
    expect(lines).toEqual([])
  })

  test('whoever wants them in the database can wait for that', async () => {
    const { journal, clock } = fileRig()
    begin(journal, 's1')
    const stored = journal.stored()
    expect(await settled(stored)).toBe(false)
    await clock.advance(500)
    expect(await settled(stored)).toBe(true)
    expect(await settled(journal.stored())).toBe(true)
  })

  test('the next engine stores what a killed one had only in the file', async () => {
    const { journal, open, taken, lines } = fileRig()
    begin(journal, 's1')
    journal.of('s1').memo(1, 'a', () => '1')
    await journal.committed()
    journal.of('s1').leave(1, 1)
    journal.of('s1').step(1, () => step('s1', 1, { leftAt: 9, outcome: 'done' }))
    await journal.committed()
    const next = open()
    await next.recover()
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject([{ session: { id: 's1' }, steps: [{ outcome: 'done' }], memos: [], left: [{ visit: 1 }] }])
    expect(lines).toEqual([])
  })

  test('it does not go on from an old state: a database that takes nothing stops the start', async () => {
    const { journal, open, answers, clock } = fileRig()
    begin(journal, 's1')
    await journal.committed()
    answers(() => problem('STORE_FULL'))
    const recovery = open()
      .recover()
      .catch((error: unknown) => String(error))
    await clock.advance(31_000)
    expect(await recovery).toContain('STORE_FULL')
  })

  test('a locked database is of no concern to calls, and what waits for it outlives the engine', async () => {
    const { journal, open, answers, taken, clock, lines } = fileRig()
    answers(() => problem('STORE_BUSY'))
    begin(journal, 's1')
    expect(await settled(journal.committed())).toBe(true)
    await clock.advance(5000)
    expect(journal.health.state).toBe('degraded')
    begin(journal, 's2')
    expect(await settled(journal.committed())).toBe(true)
    expect(lines).toHaveLength(2)
    answers(() => ({ ok: true }))
    await open().recover()
    expect(taken.flat().map(({ session: row }) => row?.id)).toEqual(['s1', 's2'])
  })

  test('a file that cannot be written: changes are safe once they are stored, as without one', async () => {
    const { journal, taken, breakFile, answers, clock } = fileRig()
    breakFile()
    answers(() => problem('STORE_BUSY'))
    begin(journal, 's1')
    const committed = journal.committed()
    await clock.advance(10)
    expect(await settled(committed)).toBe(false)
    answers(() => ({ ok: true }))
    await clock.advance(64)
    expect(await settled(committed)).toBe(true)
    expect(taken).toHaveLength(1)
  })
})
