import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '..'
import { begun, interaction, START, session, step, write } from './rows'

/** A store under test: with flow `f1`, its versions `v1` (live) and `v2`, number 7000 → `f1`, and 7001 → `f2`, unpublished;
 * sound `welcome`, secret `crm`. */
export interface StoreUnderTest {
  readonly store: Store
  /** The stored steps and recordings of a session, as any reader of the database sees them. */
  steps(sessionId: string): Promise<readonly unknown[]>
  interaction(id: string): Promise<unknown>
  recordings(): Promise<readonly unknown[]>
  close(): Promise<void>
}

/** What every store promises; run against each of them. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name}: the store`, () => {
    let subject: StoreUnderTest
    beforeEach(async () => {
      subject = await open()
    })
    afterEach(() => subject.close())

    it('gives back an active session with its memos, deadlines and open step', async () => {
      const memo = { sessionId: 's1', visit: 1, key: 'ask', value: '{"a":"é中"}' }
      const deadline = { sessionId: 's1', visit: 1, key: 'ask.first', dueAt: START + 5000 }
      const result = await subject.store.write([{ ...begun('s1'), memos: [memo], deadlines: [deadline] }])
      expect(result).toEqual({ ok: true })
      expect(await subject.store.activeSessions()).toEqual([
        { session: session('s1'), interaction: interaction('i-s1'), memos: [memo], deadlines: [deadline], openStep: step('s1', 1) },
      ])
    })

    it('leaves a step and enters the next in one go, dropping what the visit remembered', async () => {
      await subject.store.write([
        {
          ...begun('s1'),
          memos: [{ sessionId: 's1', visit: 1, key: 'ask', value: '1' }],
          deadlines: [{ sessionId: 's1', visit: 1, key: 'x', dueAt: START }],
        },
      ])
      const left = step('s1', 1, { leftAt: START + 900, outcome: 'matched:1', input: '{"a":1}', output: '{"key":"1"}' })
      await subject.store.write([
        write({ session: session('s1', { snapshot: '{"n":2}' }), steps: [left, step('s1', 2)], left: [{ sessionId: 's1', visit: 1 }] }),
      ])
      expect(await subject.store.activeSessions()).toEqual([
        {
          session: session('s1', { snapshot: '{"n":2}' }),
          interaction: interaction('i-s1'),
          memos: [],
          deadlines: [],
          openStep: step('s1', 2),
        },
      ])
      expect(await subject.steps('s1')).toEqual([left, step('s1', 2)])
    })

    it('keeps an ended session for the trace, but does not bring it back', async () => {
      const end = { endedAt: START + 9000 }
      const last = step('s1', 1, { leftAt: START + 9000, outcome: 'error', errorCode: 'NODE_FAILED', errorMessage: 'It broke.' })
      await subject.store.write([begun('s1')])
      await subject.store.write([
        write({
          interaction: interaction('i-s1', { ...end, outcome: 'failed', errorCode: 'NODE_FAILED' }),
          session: session('s1', { ...end, status: 'ended', snapshot: '' }),
          steps: [last],
        }),
      ])
      expect(await subject.store.activeSessions()).toEqual([])
      expect(await subject.steps('s1')).toEqual([last])
      expect(await subject.interaction('i-s1')).toEqual(interaction('i-s1', { ...end, outcome: 'failed', errorCode: 'NODE_FAILED' }))
    })

    it('takes the same write twice, as after a commit whose answer was lost', async () => {
      const again = { ...begun('s1'), memos: [{ sessionId: 's1', visit: 1, key: 'ask', value: '1' }] }
      await subject.store.write([again])
      expect(await subject.store.write([again])).toEqual({ ok: true })
      expect(await subject.steps('s1')).toEqual([step('s1', 1)])
    })

    it('takes a whole call that began and ended while the database was away', async () => {
      const left = step('s1', 1, { leftAt: START + 7, outcome: 'done' })
      await subject.store.write([{ ...begun('s1'), steps: [left], left: [{ sessionId: 's1', visit: 1 }] }])
      expect(await subject.steps('s1')).toEqual([left])
    })

    it('refuses rows that break a constraint, and writes nothing of that batch', async () => {
      const orphan = write({ session: session('s2', { versionId: 'nowhere' }), interaction: interaction('i-s2') })
      const result = await subject.store.write([begun('s1'), orphan])
      expect(result).toMatchObject({ ok: false, error: { code: 'STORE_FAILED', refused: true } })
      expect(await subject.store.activeSessions()).toEqual([])
    })

    it('stores a recording once', async () => {
      const recording = {
        id: 's1-1-message',
        interactionId: 'i-s1',
        sessionId: 's1',
        nodePath: 'menu',
        file: 'recordings/a.wav',
        durationMs: 1200,
        createdAt: START,
      }
      await subject.store.write([{ ...begun('s1'), recordings: [recording] }])
      await subject.store.write([write({ recordings: [recording] })])
      expect(await subject.recordings()).toEqual([recording])
    })

    it('finds sounds and secrets by name', async () => {
      expect(await subject.store.soundFile('welcome')).toBe('sounds/abc')
      expect(await subject.store.soundFile('nothing')).toBeUndefined()
      expect(await subject.store.sealedSecret('crm')).toBe('v1.sealed')
      expect(await subject.store.sealedSecret('nothing')).toBeUndefined()
    })

    it('stores any text that a caller or a flow can bring', async () => {
      await subject.store.write([{ ...begun('s1'), interaction: interaction('i-s1', { fromName: 'a\0b\ud800c' }) }])
      expect(await subject.store.activeSessions()).toHaveLength(1)
    })

    it('knows the calls that it has seen', async () => {
      await subject.store.write([begun('s1')])
      expect(await subject.store.knowsCall('call-i-s1')).toBe(true)
      expect(await subject.store.knowsCall('call-i-s2')).toBe(false)
    })

    it('knows where numbers lead', async () => {
      expect(await subject.store.route('7000')).toEqual({ kind: 'version', flowId: 'f1', versionId: 'v1' })
      expect(await subject.store.route('7001')).toEqual({ kind: 'unpublished' })
      expect(await subject.store.route("7002' OR 1=1")).toEqual({ kind: 'unassigned' })
      expect(await subject.store.version('v2')).toEqual({ versionId: 'v2', flowId: 'f1', compiled: '{"v":2}' })
      expect(await subject.store.version('v3')).toBeUndefined()
      expect(await subject.store.liveVersionIds()).toEqual(['v1'])
    })
  })
}
