import { describe, expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import type { Json } from '@/engine/flow'
import { bounds } from './bounds'
import { customFlow, doing, House } from './testing/house'

const SORRY = 'speech:We are sorry. Something went wrong on our side. Please call again later. Goodbye.'

describe('a flow that reaches a bound', () => {
  test('given a loop without end, then it ends by too many steps, politely', async () => {
    const house = new House({ nodes: { a: doing(async () => {}) } })
    house.install('7000', customFlow({ a: { done: 'a' } }, { maxSteps: 30 }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    expect(house.path(caller.callId).slice(-2)).toEqual(['a>too-many-steps', '$limit'])
    expect(house.steps(caller.callId)).toHaveLength(32)
    expect(caller.hearing?.media).toBe(SORRY)
    await house.clock.advance(5000)
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'TOO_MANY_STEPS' })
  })

  test('given a hang-up handler without end, then it is cut off', async () => {
    const house = new House({ nodes: { wait: doing(({ sleep }) => sleep('x', 60_000)), tidy: doing(async () => {}) } })
    const flow = customFlow({ wait: { done: '$end' }, tidy: { done: 'tidy' } })
    house.install('7000', withRoot(flow, 'call.hangup', 'tidy'))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    caller.hangup()
    await house.clock.advance(10)
    const steps = house.path(caller.callId)
    expect(steps.slice(0, 2)).toEqual(['wait>hangup', 'tidy>done'])
    expect(steps.at(-1)).toBe('tidy>aborted')
    expect(steps).toHaveLength(1 + bounds.handlerSteps + 1)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed' })
  })

  test('given variables that grow without end, then the step fails and the rest goes on', async () => {
    const house = new House({
      nodes: {
        grow: async () => ({ outcome: 'done', assign: { text: 'x'.repeat(100_000), [`v${Math.random()}`]: 'x'.repeat(100_000) } }),
        after: doing(async () => {}),
      },
    })
    house.install('7000', customFlow({ grow: { done: 'grow', error: 'after' }, after: { done: '$end' } }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    expect(house.path(caller.callId)).toEqual(['grow>done', 'grow>error', 'after>done'])
    expect(house.steps(caller.callId)[1]).toMatchObject({ errorCode: 'VARIABLES_TOO_LARGE' })
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'completed', errorCode: 'VARIABLES_TOO_LARGE' })
  })

  test('given a huge trace, then its beginning is kept', async () => {
    const house = new House({ nodes: { a: async () => ({ outcome: 'done', output: { text: 'x'.repeat(200_000) } }) } })
    house.install('7000', customFlow({ a: { done: '$end' } }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    const output = house.steps(caller.callId)[0]?.output ?? ''
    expect(output.length).toBeLessThan(bounds.trace)
    expect(JSON.parse(output)).toMatchObject({ truncated: expect.stringContaining('xxx') })
  })
})

describe('an error handler', () => {
  const shared = flow({
    nodes: {
      menu: ['menu', { prompts: says('Zero for a person'), options: [{ key: '0' }], timeoutSeconds: 5 }],
      operator: ['transfer', { kind: 'extension', target: '1001', ringSeconds: 5 }],
    },
    edges: ['start start -> menu', 'start error -> operator', 'menu matched:0 -> operator'],
  })

  test('given a step shared with the flow that fails each time, then it starts three times, then the caller is told', async () => {
    const house = new House({ answerDial: () => ({ does: 'busy' }) })
    house.publish('7000', shared)
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    caller.press('0')
    await house.clock.advance(10_000)
    expect(caller.legs).toHaveLength(1 + bounds.errorsInARow)
    expect(house.path(caller.callId).slice(-3)).toEqual(['operator>busy', 'operator>error', '$error>done'])
    expect(house.steps(caller.callId).at(-2)).toMatchObject({ errorCode: 'TOO_MANY_ERRORS' })
    expect(caller.heard.at(-1)?.media).toBe(SORRY)
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'TOO_MANY_ERRORS' })
  })

  test('given the caller hangs up while told so, then the hang-up handler still runs', async () => {
    const house = new House({ answerDial: () => ({ does: 'busy' }) })
    const withHandler = flow({
      nodes: {
        menu: ['menu', { prompts: says('Zero for a person'), options: [{ key: '0' }], timeoutSeconds: 5 }],
        operator: ['transfer', { kind: 'extension', target: '1001', ringSeconds: 5 }],
        note: ['wait', { seconds: '1' }],
      },
      edges: ['start start -> menu', 'start error -> operator', 'menu matched:0 -> operator', 'start hangup -> note'],
    })
    house.publish('7000', withHandler)
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    caller.press('0')
    while (caller.heard.at(-1)?.media !== SORRY) await house.clock.advance(50)
    caller.hangup()
    await house.clock.advance(2000)
    expect(house.path(caller.callId).at(-1)).toBe('note>done')
  })

  test('given a caller who presses a key in between, then errors are handled as often as they come', async () => {
    const house = new House()
    const retry = flow({
      nodes: {
        sorry: ['play', { prompts: says('Sorry') }],
        menu: ['menu', { prompts: says('One'), options: [{ key: '1' }] }],
        ask: ['http', { url: 'https://a.example/' }],
      },
      edges: ['start start -> menu', 'start error -> sorry', 'sorry done -> menu', 'menu matched:1 -> ask', 'ask success -> menu'],
    })
    house.publish('7000', retry)
    await house.open()
    const caller = house.call('7000')
    for (let time = 0; time < 3 * bounds.errorsInARow; time++) {
      await house.clock.advance(1000)
      caller.press('1')
    }
    await house.clock.advance(1000)
    expect(house.path(caller.callId).filter((step) => step === 'ask>error')).toHaveLength(3 * bounds.errorsInARow)
    expect(house.path(caller.callId).at(-1)).toBe('menu')
    expect(caller.gone).toBe(false)
  })
})

describe('a step that goes wrong', () => {
  test('given one that throws, then it is an error of that step, nothing of its message is kept, and the caller hears an apology', async () => {
    const logged: string[] = []
    const keep = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`)
    const house = new House({
      nodes: {
        a: async () => {
          throw new Error('card 4111')
        },
      },
      log: { debug: keep, info: keep, warn: keep, error: keep },
    })
    house.install('7000', customFlow({ a: { done: '$end' } }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10_000)
    expect(house.steps(caller.callId)).toMatchObject([
      { path: 'a', outcome: 'error', errorCode: 'NODE_FAILED' },
      { path: '$error', outcome: 'done' },
    ])
    expect(caller.heard).toMatchObject([{ media: SORRY, result: 'done' }])
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'NODE_FAILED' })
    expect(logged.join('\n')).toContain('a step threw')
    expect(logged.join('\n')).not.toContain('4111')
  })

  test('given a type that this build does not have, then it says so', async () => {
    const house = new House()
    house.install('7000', customFlow({ nowhere: { done: '$end' } }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    expect(house.steps(caller.callId)[0]).toMatchObject({ errorCode: 'NODE_UNKNOWN' })
  })

  test('given an apology that cannot be spoken, then the call still ends', async () => {
    const house = new House({ speech: async () => ({ ok: false, error: { code: 'SPEECH_VOICE_MISSING', message: 'No voice.' } }) })
    house.install('7000', customFlow({ nowhere: { done: '$end' } }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    expect(caller.gone).toBe(true)
  })

  test('given a machine that XState cannot go on with, then the call is let go and recorded as failed', async () => {
    const house = new House({
      nodes: { a: doing(async () => {}), b: doing(async () => {}) },
    })
    const flow = customFlow({ a: { done: 'b' }, b: { done: '$end' } })
    const states = (flow.machine as { states: Record<string, Json> }).states
    states.a = { invoke: { id: 'a', src: 'a', input: { path: 'a' }, onDone: [{ guard: { type: 'unheard-of' }, target: '#flow.b' }] } }
    house.install('7000', flow)
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10)
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'NODE_FAILED' })
  })
})

function withRoot(flow: ReturnType<typeof customFlow>, event: string, target: string): ReturnType<typeof customFlow> {
  const machine = flow.machine as { readonly [key: string]: Json; readonly on: { readonly [key: string]: Json } }
  return {
    ...flow,
    machine: {
      ...machine,
      on: { ...machine.on, [event]: { target: `#flow.${target}`, reenter: true, actions: [{ type: 'leave', params: { path: '' } }] } },
    },
  }
}
