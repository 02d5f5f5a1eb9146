import { describe, expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import { House } from './testing/house'

const gone = async (): Promise<never> => {
  throw new Error('connect ECONNREFUSED 10.0.0.5:5432')
}

describe('what the runtime runs on throws, though it should not', () => {
  test('given sounds that cannot be looked up, then the step leaves by its error, with the database’s code', async () => {
    const house = new House({ sounds: gone })
    house.publish(
      '7000',
      flow({
        nodes: {
          jingle: ['play', { prompts: [{ kind: 'sound', sound: 'jingle' }] }],
          bye: ['hangup', { prompts: says('Goodbye') }],
        },
        edges: ['start start -> jingle', 'jingle done -> bye', 'jingle error -> bye'],
      }),
    )
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(1000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'jingle>error', 'bye>$end'])
    expect(house.steps(caller.callId)[1]).toMatchObject({ errorCode: 'STORE_FAILED' })
    expect(caller.heard).toMatchObject([{ media: 'speech:Goodbye' }])
  })

  test('given a voice that breaks, then the call still ends, without an apology', async () => {
    const house = new House({ speech: gone })
    house.publish('7000', flow({ nodes: { hello: ['play', { prompts: says('Hello') }] }, edges: ['start start -> hello'] }))
    await house.open()
    const caller = house.call('7000')
    await house.clock.advance(1000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'hello>error', '$error>done'])
    expect(house.steps(caller.callId)[1]).toMatchObject({ errorCode: 'SPEECH_FAILED' })
    expect(caller.gone).toBe(true)
  })

  test('given a voice that breaks on a number that leads nowhere, then that call ends too', async () => {
    const house = new House({ speech: gone })
    await house.open()
    const caller = house.call('4040')
    await house.clock.advance(1000)
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'NUMBER_UNASSIGNED' })
  })

  test('given a database that cannot be read while a call waits that nobody knows, then it is asked again', async () => {
    let readable = true
    const house = new House({
      store: (store) => ({ ...store, knowsCall: (callId) => (readable ? store.knowsCall(callId) : gone()) }),
    })
    house.publish(
      '7000',
      flow({ nodes: { hello: ['menu', { prompts: says('Hello'), options: [{ key: '1' }] }] }, edges: ['start start -> hello'] }),
    )
    await house.open()
    house.telephony.onIncoming(() => {})
    const caller = house.call('7000')
    readable = false
    house.telephony.goDown()
    house.telephony.comeBack()
    await house.clock.advance(3000)
    expect(house.interaction(caller.callId)).toBeUndefined()
    readable = true
    await house.clock.advance(2000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'hello'])
  })
})
