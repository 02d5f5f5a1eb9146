import { describe, expect, test } from 'vitest'
import type { GatherRequest, NodeContext } from '@/engine/ports'
import { customFlow, doing, House, type HouseOptions } from './testing/house'

const says = (text: string) => [{ kind: 'text' as const, text }]
const input = (more: Partial<GatherRequest> = {}): GatherRequest => ({
  prompts: says('Please enter it'),
  bargeIn: true,
  maxDigits: 4,
  terminator: '#',
  timeoutMs: 5000,
  interDigitMs: 2000,
  ...more,
})

/** Nodes `a`, `b`, `c` … in a row, each doing its work; what they return is collected. */
async function row(works: readonly ((context: NodeContext) => Promise<unknown>)[], options: HouseOptions = {}) {
  const names = works.map((_, index) => String.fromCharCode(97 + index))
  const results: unknown[] = []
  const nodes = Object.fromEntries(
    works.map((work, index) => [
      names[index] ?? '',
      doing(async (context) => {
        const result = await work(context)
        results.push(typeof result === 'object' && result !== null && 'value' in result ? result.value : result)
      }),
    ]),
  )
  const house = new House({ ...options, nodes })
  house.install('7000', customFlow(Object.fromEntries(names.map((name, index) => [name, { done: names[index + 1] ?? '$end' }]))))
  await house.open()
  const caller = house.call('7000')
  await house.clock.advance(0)
  return { house, caller, clock: house.clock, results }
}

describe('reading digits', () => {
  test('as many as wanted, or until the terminator, which is no part of it', async () => {
    const { caller, clock, results } = await row([({ media }) => media.gather('x', input()), ({ media }) => media.gather('x', input())])
    caller.press('1234')
    await clock.advance(0)
    caller.press('56#')
    await clock.advance(0)
    expect(results).toEqual([
      { kind: 'digits', digits: '1234', ended: 'max' },
      { kind: 'digits', digits: '56', ended: 'terminator' },
    ])
  })

  test('an end key after an input that was complete without it is nothing the next step hears', async () => {
    const menu = ({ media }: NodeContext) => media.gather('x', input({ maxDigits: 1, terminator: '' }))
    const collect = ({ media }: NodeContext) => media.gather('x', input())
    for (const [first, pauseMs, second] of [
      ['1234#', 0, '7'],
      ['1234', 0, '#7'],
      ['1234', 1999, '#7'],
    ] as const) {
      const { caller, clock, results } = await row([collect, menu])
      caller.press(first)
      await clock.advance(pauseMs)
      caller.press(second)
      await clock.advance(0)
      expect(results).toEqual([
        { kind: 'digits', digits: '1234', ended: 'max' },
        { kind: 'digits', digits: '7', ended: 'max' },
      ])
    }
  })

  test('a key pressed later, after another one, or after an input that it has ended, is one of its own', async () => {
    const menu = ({ media }: NodeContext) => media.gather('x', input({ maxDigits: 1, terminator: '' }))
    for (const [first, pauseMs, second, heard] of [
      ['1234', 2001, '#', '#'],
      ['1234', 0, '7#', '7'],
      ['123#', 0, '#', '#'],
    ] as const) {
      const { caller, clock, results } = await row([({ media }) => media.gather('x', input()), menu, menu])
      caller.press(first)
      await clock.advance(pauseMs)
      caller.press(second)
      await clock.advance(0)
      expect(results[1]).toEqual({ kind: 'digits', digits: heard, ended: 'max' })
      if (second === '7#') expect(results[2]).toEqual({ kind: 'digits', digits: '#', ended: 'max' })
    }
  })

  test('an engine that ends in between does not forget it', async () => {
    const menu = ({ media }: NodeContext) => media.gather('x', input({ maxDigits: 1, terminator: '' }))
    const { house, caller, clock, results } = await row([({ media }) => media.gather('x', input()), menu])
    caller.press('1234')
    await clock.advance(100)
    house.kill()
    caller.press('#7')
    await house.restart()
    await clock.advance(0)
    expect(results).toEqual([
      { kind: 'digits', digits: '1234', ended: 'max' },
      { kind: 'digits', digits: '7', ended: 'max' },
    ])
  })

  test('the first digit ends the prompt, the next ones may take their time between them', async () => {
    const { caller, clock, results } = await row([({ media }) => media.gather('x', input())])
    await clock.advance(100)
    caller.press('1')
    await clock.advance(1999)
    caller.press('2')
    expect(caller.heard).toMatchObject([{ result: 'stopped' }])
    await clock.advance(1999)
    expect(results).toEqual([])
    await clock.advance(1)
    expect(results).toEqual([{ kind: 'digits', digits: '12', ended: 'inter-digit' }])
  })

  test('without barge-in the prompt is heard to its end, and the digits pressed meanwhile count', async () => {
    const { caller, clock, results } = await row([({ media }) => media.gather('x', input({ bargeIn: false }))])
    await clock.advance(100)
    caller.press('1234')
    await clock.advance(199)
    expect(results).toEqual([])
    await clock.advance(1)
    expect(caller.heard).toMatchObject([{ result: 'done' }])
    expect(results).toEqual([{ kind: 'digits', digits: '1234', ended: 'max' }])
  })

  test('the time for the first digit counts from the end of the prompt', async () => {
    const { clock, results } = await row([({ media }) => media.gather('x', input())])
    await clock.advance(300 + 4999)
    expect(results).toEqual([])
    await clock.advance(1)
    expect(results).toEqual([{ kind: 'timeout' }])
  })

  test('nothing to say: it counts from the start', async () => {
    const { clock, results } = await row([({ media }) => media.gather('x', input({ prompts: [] }))])
    await clock.advance(5000)
    expect(results).toEqual([{ kind: 'timeout' }])
  })

  test('a key pressed while the speech is still being made ends the wait: nothing is said', async () => {
    let make = () => {}
    const { caller, clock, results } = await row([({ media }) => media.gather('x', input({ maxDigits: 1 }))], {
      speech: (text) => new Promise((resolve) => (make = () => resolve({ ok: true, value: `speech:${text}` }))),
    })
    caller.press('7')
    await clock.advance(0)
    make()
    await clock.advance(1000)
    expect(results).toEqual([{ kind: 'digits', digits: '7', ended: 'max' }])
    expect(caller.heard.filter(({ media }) => media.includes('enter'))).toEqual([])
  })

  test('a prompt that cannot be spoken or played is the step’s problem', async () => {
    const { results, clock } = await row([
      ({ media }) => media.gather('x', input({ prompts: [{ kind: 'sound', sound: 'missing' }] })),
      ({ media }) => media.play('y', [{ kind: 'sound', sound: 'unplayable' }]),
      ({ media }) => media.play('z', says('   ')),
    ])
    await clock.advance(1000)
    expect(results).toMatchObject([
      { error: { code: 'SOUND_MISSING' } },
      { error: { code: 'PLAYBACK_FAILED' } },
      { error: { code: 'NOTHING_TO_SAY' } },
    ])
  })
})

describe('typing ahead', () => {
  test('digits wait for the step that reads them; prompts with barge-in are passed over', async () => {
    const { caller, clock, results } = await row([
      ({ media }) => media.play('p', says('one two three four'), { bargeIn: false }),
      ({ media }) => media.play('p', says('skipped')),
      ({ media }) => media.play('p', says('skipped too'), { bargeIn: true }),
      ({ media }) => media.gather('x', input({ maxDigits: 1 })),
      ({ media }) => media.gather('x', input({ maxDigits: 3 })),
    ])
    await clock.advance(100)
    caller.press('2456')
    await clock.advance(1000)
    expect(results).toEqual([
      'played',
      'played',
      'interrupted',
      { kind: 'digits', digits: '2', ended: 'max' },
      { kind: 'digits', digits: '456', ended: 'max' },
    ])
    expect(caller.heard.map(({ media }) => media)).toEqual(['speech:one two three four', 'speech:skipped'])
  })

  test('what is left after a wrong answer is dropped when the same step asks again', async () => {
    const { caller, clock, results } = await row([
      async ({ media }) => {
        await media.gather('first', input({ maxDigits: 1 }))
        return media.gather('second', input({ maxDigits: 1 }))
      },
    ])
    caller.press('999')
    await clock.advance(100)
    expect(results).toEqual([])
    caller.press('1')
    await clock.advance(0)
    expect(results).toEqual([{ kind: 'digits', digits: '1', ended: 'max' }])
  })

  test('no more than a caller can mean is kept', async () => {
    const { caller, clock, results } = await row([
      ({ media }) => media.play('p', says('wait'), { bargeIn: false }),
      ({ media }) => media.gather('x', input({ maxDigits: 1000, terminator: '' })),
    ])
    caller.press('1'.repeat(500))
    await clock.advance(3000)
    expect(results.at(-1)).toEqual({ kind: 'digits', digits: '1'.repeat(64), ended: 'inter-digit' })
  })

  test('digits in a recording or a talk are none of the next step’s', async () => {
    const { caller, clock, results } = await row(
      [
        ({ media }) => media.record('r', { maxSeconds: 10, silenceSeconds: 0, beep: false, terminator: '#' }),
        ({ media }) => media.dial('d', { kind: 'number', number: '1' }, { ringSeconds: 5 }),
        ({ media }) => media.gather('x', input({ prompts: [], timeoutMs: 1000 })),
      ],
      { answerDial: () => ({ does: 'answer', ringMs: 100, talkMs: 1000 }) },
    )
    caller.press('12#')
    await clock.advance(500)
    caller.press('99')
    await clock.advance(5000)
    expect(results.at(-1)).toEqual({ kind: 'timeout' })
  })
})

describe('playing', () => {
  test('a list is one playback without gaps, values are read out, and texts are filled in', async () => {
    const { caller, clock } = await row([
      ({ media }) =>
        media.play('p', [
          { kind: 'text', text: 'Hello {{ call.fromName + call.from }}' },
          { kind: 'sound', sound: 'chime' },
          { kind: 'value', value: '40 + 2', as: 'number' },
        ]),
    ])
    await clock.advance(1000)
    expect(caller.heard.map(({ media }) => media)).toEqual(['speech:Hello +15550100', 'sound:chime', 'speech:forty-two'])
    expect(new Set(caller.heard.map(({ playbackId }) => playbackId)).size).toBe(1)
    expect(caller.heard[1]?.from).toBe(caller.heard[0]?.to)
  })
})

describe('a transfer', () => {
  test.each([
    [{ does: 'busy' }, 'busy', 0],
    [{ does: 'failed' }, 'failed', 0],
    [{ does: 'ring' }, 'no-answer', 0],
    [{ does: 'answer', talkMs: 7000 }, 'answered', 7000],
  ] as const)('given a party that does %o, then it ends as %s', async (script, end, talkMs) => {
    const { clock, results } = await row([({ media }) => media.dial('d', { kind: 'number', number: '1001' }, { ringSeconds: 5 })], {
      answerDial: () => script,
    })
    await clock.advance(20_000)
    expect(results).toEqual([{ end, talkMs }])
  })

  test('given a caller who hangs up while they talk, then it ends as hung up, and the other party is let go', async () => {
    const { caller, clock, house } = await row([({ media }) => media.dial('d', { kind: 'number', number: '1001' }, { ringSeconds: 5 })])
    await clock.advance(5000)
    const [leg] = caller.legs
    caller.hangup()
    await clock.advance(100)
    expect(leg?.alive).toBe(false)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'transferred' })
  })
})

describe('a message', () => {
  test('given a caller who hangs up instead of pressing a key, then what was said is kept', async () => {
    const { caller, clock, house } = await row([
      ({ media }) => media.record('r', { maxSeconds: 60, silenceSeconds: 0, beep: false, terminator: '#' }),
    ])
    await clock.advance(4000)
    caller.hangup()
    await clock.advance(1000)
    expect([...house.tables.recordings.values()]).toMatchObject([
      { durationMs: 4000, nodePath: 'a', interactionId: house.interaction(caller.callId)?.id },
    ])
  })

  test('given one that was recorded anew, then only the last counts', async () => {
    const { clock, house } = await row([
      async ({ media }) => {
        await media.record('first', { maxSeconds: 2, silenceSeconds: 0, beep: false, terminator: '#' })
        return media.record('second', { maxSeconds: 3, silenceSeconds: 0, beep: false, terminator: '#' })
      },
    ])
    await clock.advance(6000)
    expect([...house.tables.recordings.values()]).toMatchObject([{ durationMs: 3000 }])
  })
})
