import { describe, expect, test } from 'vitest'
import { fail, ok } from '@/engine/errors'
import { sceneOn } from '../testing/scene'
import { dial } from './dial'
import { play } from './play'
import { record } from './record'

const hello = [{ kind: 'text' as const, text: 'Hello' }]
const options = { maxSeconds: 10, silenceSeconds: 0, beep: false, terminator: 'none' as const }

/** The result of an operation, once there is one. */
function outcome<T>(work: Promise<T>): { value: T | undefined } {
  const seen: { value: T | undefined } = { value: undefined }
  void work.then((value) => (seen.value = value))
  return seen
}

describe('an end that the server never tells', () => {
  test('of a playback is noticed by asking now and then', async () => {
    let alive = true
    const { scene, clock } = sceneOn({ playbackAlive: async () => ok(alive) })
    const played = outcome(play(scene, 'p', hello, false))
    await clock.advance(60_000)
    expect(played.value).toBeUndefined()
    alive = false
    await clock.advance(30_000)
    expect(played.value).toEqual(ok('played'))
  })

  test('of a recording is noticed when it must be over', async () => {
    const { scene, clock } = sceneOn({ recordingState: async () => ok('stored' as const) })
    const recorded = outcome(record(scene, 'r', options))
    await clock.advance(15_000)
    expect(recorded.value).toMatchObject({ ok: true })
  })

  test('of a recording that is not there any more is an error', async () => {
    const { scene, clock } = sceneOn()
    const recorded = outcome(record(scene, 'r', options))
    await clock.advance(15_000)
    expect(recorded.value).toMatchObject({ ok: false, error: { code: 'RECORDING_FAILED' } })
  })

  test('of a talk is noticed by asking now and then', async () => {
    let state: 'answered' | 'none' = 'answered'
    const { scene, clock, tell } = sceneOn({ legState: async () => ok(state) })
    const dialled = outcome(dial(scene, 'd', { kind: 'number', number: '1' }, { ringSeconds: 20 }))
    await clock.advance(5000)
    tell({ type: 'leg', legId: 's1:1:d', state: 'answered', at: clock.now() })
    await clock.advance(90_000)
    expect(dialled.value).toBeUndefined()
    state = 'none'
    await clock.advance(30_000)
    expect(dialled.value).toMatchObject({ ok: true, value: { end: 'answered' } })
  })
})

describe('a failure told just before a hang-up', () => {
  test('of a playback is the hang-up’s', async () => {
    const { scene, clock, tell } = sceneOn()
    const played = outcome(play(scene, 'p', hello, false))
    await clock.advance(10)
    tell({ type: 'playback-ended', playbackId: 's1:1:p', result: 'failed', at: clock.now() })
    await clock.advance(20)
    tell({ type: 'gone', cause: 'Normal Clearing', at: clock.now() })
    await clock.advance(0)
    expect(played.value).toMatchObject({ ok: false, error: { code: 'CALL_GONE' } })
  })

  test('of a playback without one is a failure', async () => {
    const { scene, clock, tell } = sceneOn()
    const played = outcome(play(scene, 'p', hello, false))
    await clock.advance(10)
    tell({ type: 'playback-ended', playbackId: 's1:1:p', result: 'failed', at: clock.now() })
    await clock.advance(200)
    expect(played.value).toMatchObject({ ok: false, error: { code: 'PLAYBACK_FAILED' } })
  })

  test('of a recording without one is a failure', async () => {
    const { scene, clock, tell } = sceneOn()
    const recorded = outcome(record(scene, 'r', options))
    await clock.advance(10)
    tell({ type: 'recording-ended', recordingId: 's1:1:r', result: 'failed', durationMs: 0, at: clock.now() })
    await clock.advance(200)
    expect(recorded.value).toMatchObject({ ok: false, error: { code: 'RECORDING_FAILED' } })
  })

  test('of a recording that a full disk cut short is a failure, and what there is of it is kept', async () => {
    const { scene, clock, tell, recorded: kept } = sceneOn()
    const recorded = outcome(record(scene, 'r', options))
    await clock.advance(10)
    tell({ type: 'recording-ended', recordingId: 's1:1:r', result: 'failed', durationMs: 3000, at: clock.now() })
    await clock.advance(200)
    expect(recorded.value).toMatchObject({ ok: false, error: { code: 'RECORDING_FAILED' } })
    expect(kept).toEqual(['s1:1:r 3000'])
  })
})

describe('a server that stays away', () => {
  test('for a minute: the step ends by its error', async () => {
    const { scene, clock, line } = sceneOn({ play: async () => fail('TELEPHONY_DOWN', 'Away.') })
    line.up = false
    const played = outcome(play(scene, 'p', hello, false))
    await clock.advance(59_000)
    expect(played.value).toBeUndefined()
    await clock.advance(2000)
    expect(played.value).toMatchObject({ ok: false, error: { code: 'TELEPHONY_DOWN' } })
  })
})

test('digits told late keep their time; those told now get ours', async () => {
  const { scene, clock, line, tell } = sceneOn()
  line.up = false
  tell({ type: 'digit', digit: '1', at: clock.now() - 5000 })
  tell({ type: 'digit', digit: '2', at: clock.now() + 99_000 })
  line.up = true
  tell({ type: 'digit', digit: '3', at: clock.now() - 99_000 })
  expect(scene.desk.digits.map(({ at }) => at - clock.now())).toEqual([-5000, 0, 0])
})
