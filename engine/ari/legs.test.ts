import { describe, expect, it } from 'vitest'
import type { CallEvent } from '@/engine/ports'
import { Ari } from './ari'
import { legBridge, legChannel } from './ids'
import { Legs } from './legs'
import { silentLog } from './log'
import { AsteriskDouble } from './testing/asterisk-double'

const caller = {
  id: 'c1',
  state: 'Up',
  caller: { number: '4711', name: 'Ada' },
  dialplan: { exten: '7000', app_name: 'Stasis' },
  creationtime: '2026-11-22T04:07:57.437+0000',
}
const leg = legChannel('c1', 's:1:d')
const bridge = legBridge('c1', 's:1:d')
const up = { id: leg, state: 'Up', caller: { number: '', name: '' }, exten: '', dialplanApp: 'Stasis', createdAt: 0 }

function legsOn(asterisk: AsteriskDouble) {
  const told: CallEvent[] = []
  const emit = (_callId: string, event: CallEvent) => told.push(event)
  const legs = new Legs({ ari: new Ari(asterisk), app: 'patchbay', log: silentLog, emit, isFlowNumber: (number) => number === '7001' })
  return { legs, states: () => told.map((event) => (event.type === 'leg' ? event.state : event.type)) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('second legs', () => {
  it('given nobody has that number, when dialled, then the leg fails and nothing is rung', async () => {
    const asterisk = new AsteriskDouble({ 'GET /channels/c1': { status: 200, body: caller } })
    const { legs, states } = legsOn(asterisk)
    expect(await legs.dial('c1', 's:1:d', { kind: 'number', number: '99' }, { ringSeconds: 5 })).toMatchObject({ ok: true })
    expect(states()).toEqual(['failed'])
    expect(asterisk.asked).not.toContain('POST /channels')
  })

  it('given Asterisk refuses to ring, then the leg fails and the caller’s ringing stops', async () => {
    const asterisk = new AsteriskDouble({ 'GET /channels/c1': { status: 200, body: caller }, 'POST /channels': { status: 500 } })
    const { legs, states } = legsOn(asterisk)
    await legs.dial('c1', 's:1:d', { kind: 'number', number: '7001' }, { ringSeconds: 5 })
    expect(states()).toEqual(['failed'])
    expect(asterisk.asked.at(-1)).toBe('DELETE /channels/c1/ring')
  })

  it('given a flow’s number, then it is rung like a call from outside, showing the caller, for the time asked', async () => {
    const asterisk = new AsteriskDouble({ 'GET /channels/c1': { status: 200, body: caller } })
    const { legs } = legsOn(asterisk)
    await legs.dial('c1', 's:1:d', { kind: 'number', number: '7001' }, { ringSeconds: 5 })
    expect(asterisk.bodies.at(-1)).toMatchObject({
      endpoint: 'Local/7001@patchbay-in',
      channelId: leg,
      otherChannelId: expect.stringMatching(/^far1-[0-9a-f]+$/),
      originator: 'c1',
      callerId: '"Ada" <4711>',
      timeout: 5,
    })
  })

  it('given flows that transfer to each other, then that ends after eight', async () => {
    let callId = 'c1'
    const rules = new Proxy(
      {},
      { get: (_rules, what) => (String(what) === `GET /channels/${callId}` ? { status: 200, body: caller } : undefined) },
    )
    const asterisk = new AsteriskDouble(rules)
    const { legs, states } = legsOn(asterisk)
    for (let hop = 1; hop < 20 && states().length === 0; hop++) {
      await legs.dial(callId, 's:1:d', { kind: 'number', number: '7001' }, { ringSeconds: 5 })
      callId = String(asterisk.bodies.at(-1)?.otherChannelId)
    }
    expect(states()).toEqual(['failed'])
    expect(asterisk.asked.filter((what) => what === 'POST /channels')).toHaveLength(8)
    expect(callId.length).toBeLessThan(40)
  })

  it('given the leg was rung before a restart (409), then dialling again is fine', async () => {
    const asterisk = new AsteriskDouble({ 'GET /channels/c1': { status: 200, body: caller }, 'POST /channels': { status: 409 } })
    const { legs, states } = legsOn(asterisk)
    expect(await legs.dial('c1', 's:1:d', { kind: 'number', number: '7001' }, { ringSeconds: 5 })).toMatchObject({ ok: true })
    expect(states()).toEqual([])
  })

  it('given the party answers and hangs up before both are connected, then the end comes after the connection, and the bridge goes', async () => {
    const asterisk = new AsteriskDouble()
    const { legs, states } = legsOn(asterisk)
    legs.handle({ type: 'stasis-start', channel: up, args: ['leg'], at: 1 })
    legs.handle({ type: 'stasis-end', state: 'Up', channelId: leg, at: 2 })
    legs.handle({ type: 'destroyed', channelId: leg, cause: 16, state: 'Up', at: 2 })
    await settled()
    expect(states().at(-1)).toBe('ended')
    expect(states().filter((state) => state === 'ended')).toHaveLength(1)
    expect(asterisk.asked.at(-1)).toBe(`DELETE /bridges/${bridge}`)
  })

  it('given the caller is gone when the party answers, then the party is hung up', async () => {
    const asterisk = new AsteriskDouble({ 'POST /channels/c1/answer': { status: 404 } })
    const { legs, states } = legsOn(asterisk)
    legs.handle({ type: 'stasis-start', channel: up, args: ['leg'], at: 1 })
    await settled()
    expect(states()).toEqual([])
    expect(asterisk.asked.at(-1)).toBe(`DELETE /channels/${leg}`)
  })

  it('given a talk is left of an engine before us and its party is gone unheard, then it is taken apart and told', async () => {
    const asterisk = new AsteriskDouble()
    const { legs, states } = legsOn(asterisk)
    await legs.settle({ channels: new Map([['c1', 'Up']]), bridges: new Map([[bridge, ['c1']]]) }, [])
    expect(states()).toEqual(['ended'])
    expect(asterisk.asked).toEqual([`DELETE /bridges/${bridge}`])
  })

  it('given a leg was rung after the question what is there, then it has not ended', async () => {
    const asterisk = new AsteriskDouble({ 'GET /channels/c1': { status: 200, body: caller } })
    const { legs, states } = legsOn(asterisk)
    const known = legs.known
    await legs.dial('c1', 's:1:d', { kind: 'number', number: '7001' }, { ringSeconds: 5 })
    await legs.settle({ channels: new Map([['c1', 'Up']]), bridges: new Map() }, known)
    expect(states()).toEqual([])
  })

  it('given two talk, though the answer to our request was lost, then it is told when we are back', async () => {
    const { legs, states } = legsOn(new AsteriskDouble())
    legs.handle({ type: 'state', channelId: leg, state: 'Ringing', at: 1 })
    const there = {
      channels: new Map([
        ['c1', 'Up'],
        [leg, 'Up'],
      ]),
      bridges: new Map([[bridge, ['c1', leg]]]),
    }
    await legs.settle(there, legs.known)
    expect(states()).toEqual(['ringing', 'answered'])
  })

  it.each([
    [17, '', 'busy'],
    [21, 'NOANSWER', 'busy'],
    [19, '', 'no-answer'],
    [16, 'BUSY', 'busy'],
    [16, '', 'no-answer'],
    [0, 'CHANUNAVAIL', 'failed'],
    [3, 'CONGESTION', 'failed'],
    [20, '', 'failed'],
  ])('given a leg ends with cause %i and dial status %j before an answer, then it is %s', async (cause, status, expected) => {
    const { legs, states } = legsOn(new AsteriskDouble())
    legs.handle({ type: 'dial', channelId: leg, status, at: 1 })
    legs.handle({ type: 'destroyed', channelId: leg, cause, state: 'Down', at: 2 })
    await settled()
    expect(states()).toEqual([expected])
  })
})
