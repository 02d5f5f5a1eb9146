import { describe, expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import { fail, ok } from '@/engine/errors'
import { House } from './testing/house'

const menuFlow = flow({
  nodes: {
    ask: ['menu', { prompts: says('Press one for hours or two to leave'), timeoutSeconds: 5, options: [{ key: '1' }, { key: '2' }] }],
    hours: ['play', { prompts: says('We open at nine'), bargeIn: false }],
    bye: ['hangup', { prompts: says('Goodbye') }],
  },
  edges: ['start start -> ask', 'ask matched:1 -> hours', 'ask matched:2 -> bye', 'hours done -> ask'],
})

async function opened() {
  const house = new House()
  house.publish('7000', menuFlow)
  await house.open()
  return house
}

describe('a call to a published flow', () => {
  test('given a menu, when keys are pressed, then it speaks, barges in, hangs up, and the trace tells the path', async () => {
    const house = await opened()
    const caller = house.call('7000', '+15550199')
    await house.clock.advance(300)
    expect(caller.answered).toBe(true)
    expect(caller.hearing?.media).toBe('speech:Press one for hours or two to leave')
    caller.press('1')
    await house.clock.advance(0)
    expect(caller.heard[0]).toMatchObject({ result: 'stopped' })
    expect(caller.hearing?.media).toBe('speech:We open at nine')
    await house.clock.advance(500)
    caller.press('2')
    await house.clock.advance(200)
    expect(caller.gone).toBe(true)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>matched:1', 'hours>done', 'ask>matched:2', 'bye>$end'])
    expect(house.interaction(caller.callId)).toMatchObject({
      fromNumber: '+15550199',
      toNumber: '7000',
      outcome: 'completed',
      errorCode: null,
    })
    expect(house.session(caller.callId)).toMatchObject({ status: 'ended', snapshot: '', versionId: 'v-7000' })
    expect(house.runtime.live).toEqual([])
  })

  test('given a caller who hangs up, then the step ends there and the call counts as hung up', async () => {
    const house = await opened()
    const caller = house.call('7000')
    await house.clock.advance(300)
    caller.hangup()
    await house.clock.advance(1000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>hangup'])
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'hung-up', errorCode: null })
  })

  test('given a number that leads nowhere, then the caller hears so in a sentence and the call is on record', async () => {
    const house = await opened()
    const caller = house.call('7999')
    await house.clock.advance(100)
    expect(caller.hearing?.media).toContain('not in service')
    await house.clock.advance(5000)
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'NUMBER_UNASSIGNED' })
  })

  test('given a call to nowhere that came in before the line was up, then the sentence is said once it is', async () => {
    const house = new House()
    house.kill()
    const caller = house.call('7999')
    await house.restart()
    await house.clock.advance(100)
    expect(caller.hearing?.media).toContain('not in service')
    await house.clock.advance(5000)
    expect(caller.gone).toBe(true)
  })

  test('given a number whose version cannot be run, then the caller hears an apology', async () => {
    const house = await opened()
    house.tables.versions.set('broken', { versionId: 'broken', flowId: 'f', compiled: '{"format":2}' })
    house.tables.numbers.set('7001', { flowId: 'f', versionId: 'broken' })
    const caller = house.call('7001')
    await house.clock.advance(100)
    expect(caller.hearing?.media).toContain('We are sorry')
    await house.clock.advance(10_000)
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'VERSION_MISSING' })
  })

  test('given somebody who watches, then the call is seen from step to step', async () => {
    const house = await opened()
    const caller = house.call('7000')
    await house.clock.advance(300)
    expect(house.runtime.live).toMatchObject([{ path: 'ask', from: '+15550100', to: '7000', flowId: 'f-7000' }])
    caller.hangup()
    await house.clock.advance(10)
    expect(house.events.map((event) => ('path' in event ? `${event.type} ${event.path}` : event.type))).toEqual([
      'session-started',
      'step-entered start',
      'step-left start',
      'step-entered ask',
      'step-left ask',
      'session-ended',
    ])
  })

  test('given fixed texts, then their speech is ready before the first call', async () => {
    const house = await opened()
    await house.clock.advance(0)
    expect(house.spoken).toEqual(expect.arrayContaining(['Press one for hours or two to leave', 'We open at nine', 'Goodbye']))
  })
})

describe('a prompt list with something in it that cannot be spoken', () => {
  const speech = async (text: string) =>
    /\p{L}/u.test(text) ? ok(`speech:${text}`) : fail('NOTHING_TO_SAY', 'The text has nothing that can be spoken.')
  const variables = [
    { name: 'note', type: 'string', initial: '-' },
    { name: 'day', type: 'string', initial: '12' },
    { name: 'none', type: 'string' },
  ]
  const dayOf = (value: string) => ({ kind: 'value', value, as: 'date' })
  async function said(prompts: readonly object[]) {
    const house = new House({ speech })
    house.publish('7000', flow({ variables, nodes: { tell: ['play', { prompts }] }, edges: ['start start -> tell'] }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(10_000)
    const step = house.steps(caller.callId).find(({ path }) => path === 'tell')
    return { step, heard: caller.heard.map(({ media }) => media), trace: JSON.parse(step?.input ?? 'null') }
  }

  test('given other prompts, then they are heard, and the trace says what was passed over', async () => {
    const { step, heard, trace } = await said([...says('Your balance.'), ...says('{{ flow.note }}'), dayOf('flow.day'), dayOf('flow.none')])
    expect(step).toMatchObject({ outcome: 'done', errorCode: null })
    expect(heard).toEqual(['speech:Your balance.'])
    expect(trace.said).toEqual(['Your balance.', '(NOTHING_TO_SAY)', '(VALUE_NOT_SPEAKABLE)'])
  })

  test('given nothing else, then the step fails with the reason', async () => {
    expect((await said(says('{{ flow.note }}'))).step).toMatchObject({ outcome: 'error', errorCode: 'NOTHING_TO_SAY' })
    expect((await said([...says('{{ flow.none }}'), dayOf('flow.day')])).step).toMatchObject({ errorCode: 'VALUE_NOT_SPEAKABLE' })
    expect((await said([dayOf('flow.none')])).step).toMatchObject({ errorCode: 'NOTHING_TO_SAY' })
  })

  test('given something that is broken, then that is the reason, whatever else there is to say', async () => {
    expect((await said([...says('Hello.'), { kind: 'sound', sound: 'missing' }])).step).toMatchObject({ errorCode: 'SOUND_MISSING' })
  })
})
