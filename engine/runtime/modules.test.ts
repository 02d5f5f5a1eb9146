import { describe, expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import { House } from './testing/house'

const text = (name: string, more: object = {}) => ({ name, type: 'string', ...more })

/** Greets by name, asks for a key, and gives back what it was asked. */
const greet = flow({
  kind: 'module',
  variables: [text('name', { input: true }), text('answer', { output: true }), text('own', { initial: 'kept apart' })],
  outcomes: [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ],
  nodes: {
    hello: ['play', { prompts: says('Hello {{ flow.name }}'), bargeIn: false }],
    ask: ['menu', { prompts: says('One or two'), variable: 'answer', options: [{ key: '1' }, { key: '2' }] }],
    yes: ['return', { outcome: 'yes' }],
    no: ['return', { outcome: 'no' }],
  },
  edges: ['start start -> hello', 'hello done -> ask', 'ask matched:1 -> yes', 'ask matched:2 -> no'],
})

const outer = flow({
  variables: [text('own', { initial: 'mine' }), text('said')],
  nodes: {
    run: [
      'run-module',
      { module: 'greet', inputs: [{ name: 'name', value: '"Ann " + call.from' }], results: [{ from: 'answer', variable: 'said' }] },
    ],
    good: ['play', { prompts: says('You said {{ flow.said }} and {{ flow.own }}') }],
    bad: ['hangup', { prompts: says('Pity') }],
  },
  edges: ['start start -> run', 'run yes -> good', 'run no -> bad'],
})

async function called() {
  const house = new House()
  house.publish('7000', outer, 'v1', { greet })
  await house.open()
  const caller = house.call('7000', '555')
  await house.clock.advance(0)
  return { house, caller, clock: house.clock }
}

describe('a flow that runs a module', () => {
  test('given inputs and results, then the module has its own variables, and only its results come back', async () => {
    const { house, caller, clock } = await called()
    expect(caller.hearing?.media).toBe('speech:Hello Ann 555')
    await clock.advance(400)
    caller.press('1')
    await clock.advance(0)
    expect(caller.hearing?.media).toBe('speech:You said 1 and mine')
    await clock.advance(2000)
    expect(house.steps(caller.callId).map(({ path }) => path)).toEqual([
      'start',
      'run',
      'run.start',
      'run.hello',
      'run.ask',
      'run.yes',
      'good',
    ])
  })

  test('given an engine killed inside the module, then the module goes on and leaves as if nothing had been', async () => {
    const { house, caller, clock } = await called()
    await clock.advance(400)
    house.kill()
    caller.press('2')
    await house.restart()
    expect(caller.hearing?.media).toBe('speech:Pity')
    await clock.advance(1000)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'completed' })
  })

  test('given a caller who hangs up inside it, then the call ends as hung up', async () => {
    const { house, caller, clock } = await called()
    await clock.advance(100)
    caller.hangup()
    await clock.advance(100)
    expect(house.path(caller.callId).at(-1)).toBe('run.hello>hangup')
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'hung-up' })
  })
})
