import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PracticeCall, PracticeMove } from '@/engine/control/protocol'
import { PracticePhone } from './practice-phone'

const heard = (text: string, from: number, to: number | null = null): PracticeCall['heard'][number] => ({
  kind: 'speech',
  text,
  language: 'en',
  from,
  to,
})
const told = (change: Partial<PracticeCall> = {}): PracticeCall => ({
  callId: 'c1',
  answered: true,
  over: false,
  music: false,
  recording: false,
  heard: [],
  party: null,
  ...change,
})

describe('PracticePhone', () => {
  let now = 0
  let states: (() => PracticeCall)[]
  let moves: PracticeMove[]
  let spoken: (string | null)[]
  const open = (first: () => Promise<PracticeCall> = async () => told()) =>
    new PracticePhone({
      call: first,
      state: async () => (states.length > 1 ? states.shift() : states[0])?.() ?? told(),
      move: async (_callId, move) => {
        moves.push(move)
        return told({ over: move.does === 'hangup' })
      },
      voice: { say: (what) => void spoken.push(what?.text ?? null) },
      now: () => now,
    })
  const call = (phone: PracticePhone) => phone.store.getState().call
  const asked = (ms = 250) => {
    now += ms
    return vi.advanceTimersByTimeAsync(ms)
  }

  beforeEach(() => {
    vi.useFakeTimers()
    now = 1000
    states = []
    moves = []
    spoken = []
  })
  afterEach(() => vi.useRealTimers())

  it('given a call, then it tells and speaks what is heard, each once, until the flow hangs up', async () => {
    const phone = open(async () => told({ heard: [heard('Hello', 1)] }))
    states = [
      () => told({ heard: [heard('Hello', 1)] }),
      () => told({ heard: [heard('Hello', 1, 5), heard('Press 1', 5)] }),
      () => told({ over: true, heard: [heard('Hello', 1, 5), heard('Press 1', 5, 9)] }),
    ]
    await phone.call('70 00')
    expect(call(phone)).toMatchObject({ number: '7000', phase: 'talking', answeredAt: 1000 })
    await asked()
    await asked()
    expect(spoken).toEqual(['Hello', 'Press 1'])
    await asked()
    expect(call(phone)).toMatchObject({ phase: 'ended', end: 'them', practice: { heard: [{ text: 'Hello' }, { text: 'Press 1' }] } })
    expect(spoken.at(-1)).toBeNull()
  })

  it('given keys, then they are sent and shown; nothing else is', async () => {
    const phone = open()
    phone.press('1')
    await phone.call('7000')
    phone.press('2')
    phone.press('x')
    expect(moves).toEqual([{ does: 'press', keys: '2' }])
    expect(call(phone)?.digits).toBe('2')
  })

  it('given one hangs up before the call was made, then it is hung up when it is', async () => {
    let made = (_: PracticeCall) => {}
    const phone = open(() => new Promise((resolve) => (made = resolve)))
    const calling = phone.call('7000')
    phone.hangUp()
    made(told())
    await calling
    expect(moves).toEqual([{ does: 'hangup' }])
    expect(call(phone)).toMatchObject({ phase: 'ended', end: 'you' })
  })

  it('given one hangs up and calls again before the first call was made, then the first is let go, and the second is on', async () => {
    const made: ((call: PracticeCall) => void)[] = []
    const phone = open(() => new Promise((resolve) => void made.push(resolve)))
    const first = phone.call('7000')
    phone.hangUp()
    const second = phone.call('7001')
    made[1]?.(told({ callId: 'c2', heard: [heard('Second', 1)] }))
    made[0]?.(told({ callId: 'c1', heard: [heard('First', 1)] }))
    await Promise.all([first, second])
    expect(moves).toEqual([{ does: 'hangup' }])
    expect(call(phone)).toMatchObject({ number: '7001', phase: 'talking', practice: { callId: 'c2' } })
  })

  it('given the call cannot be made, then says why', async () => {
    const phone = open(() => Promise.reject(new Error('no')))
    await phone.call('7000')
    expect(phone.store.getState()).toMatchObject({ lineProblem: { kind: 'server' }, call: { phase: 'ended', end: 'failed' } })
  })

  it('given the engine is away for a moment, then the call goes on; for long, then it is lost', async () => {
    const away = () => {
      throw new Error('away')
    }
    const phone = open()
    states = [away, away, () => told({ heard: [heard('Back', 3)] }), away]
    await phone.call('7000')
    await asked()
    await asked()
    await asked()
    expect(call(phone)?.practice?.heard).toHaveLength(1)
    for (let i = 0; i < 100; i++) await asked()
    expect(call(phone)).toMatchObject({ phase: 'ended', end: 'lost' })
  })
})
