import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import { ok } from '@/engine/errors'
import type { GatherRequest } from '@/engine/ports'
import { customFlow, doing, House, type HouseOptions } from './testing/house'

const menuFlow = flow({
  nodes: {
    ask: [
      'menu',
      { prompts: says('Press one for hours or two to leave'), timeoutSeconds: 5, timeoutRetries: 1, options: [{ key: '1' }, { key: '2' }] },
    ],
    hours: ['play', { prompts: says('We open at nine every day of the week'), bargeIn: false }],
    bye: ['hangup', { prompts: says('Goodbye') }],
  },
  edges: ['start start -> ask', 'ask matched:1 -> hours', 'ask matched:2 -> bye', 'hours done -> ask'],
})
const PROMPT = 'speech:Press one for hours or two to leave'

async function menuHouse() {
  const house = new House()
  house.publish('7000', menuFlow)
  await house.open()
  const caller = house.call('7000')
  await house.clock.advance(300)
  return { house, caller, clock: house.clock }
}

/** A flow of one node that does `work`, then hangs up. */
async function oneNode(work: Parameters<typeof doing>[0], options: HouseOptions = {}) {
  const house = new House({ ...options, nodes: { work: doing(work), ...options.nodes } })
  house.install('7000', customFlow({ work: { done: '$end' } }))
  await house.open()
  const caller = house.call('7000')
  await house.clock.advance(0)
  return { house, caller, clock: house.clock }
}

const four: GatherRequest = { prompts: [], bargeIn: true, maxDigits: 4, terminator: '#', timeoutMs: 5000, interDigitMs: 3000 }

describe('an engine that is killed and started again', () => {
  test('in a prompt: it plays on, is not said again, and the key after it counts', async () => {
    const { house, caller, clock } = await menuHouse()
    house.kill()
    await clock.advance(300)
    await house.restart()
    expect(caller.heard).toHaveLength(1)
    expect(caller.hearing?.media).toBe(PROMPT)
    await clock.advance(1000)
    expect(caller.heard).toMatchObject([{ media: PROMPT, result: 'done' }])
    caller.press('2')
    await clock.advance(1000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>matched:2', 'bye>$end'])
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'completed' })
  })

  test('when the prompt ended meanwhile: it is not said again, and the time to answer counts from its end', async () => {
    const { house, caller, clock } = await menuHouse()
    house.kill()
    await clock.advance(3000)
    await house.restart()
    expect(caller.heard).toHaveLength(1)
    // The prompt of eight words ended at 800 ms; five seconds later the question is asked again.
    await clock.advance(5799 - 3300)
    expect(caller.heard).toHaveLength(1)
    await clock.advance(1)
    expect(caller.heard).toHaveLength(2)
  })

  test('when a key was pressed meanwhile: it is taken, and ends the prompt that still played', async () => {
    const { house, caller, clock } = await menuHouse()
    house.kill()
    await clock.advance(100)
    caller.press('1')
    await clock.advance(100)
    await house.restart()
    expect(caller.heard).toMatchObject([{ media: PROMPT, result: 'stopped' }, { media: 'speech:We open at nine every day of the week' }])
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>matched:1', 'hours'])
  })

  test('when a key was pressed, and then the time ran out meanwhile: the key comes first', async () => {
    const { house, caller, clock } = await menuHouse()
    await clock.advance(2000)
    house.kill()
    await clock.advance(1000)
    caller.press('2')
    await clock.advance(60_000)
    await house.restart()
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>matched:2', 'bye'])
  })

  test('when the time ran out meanwhile: it fires at once', async () => {
    const { house, caller, clock } = await menuHouse()
    await clock.advance(2000)
    house.kill()
    await clock.advance(60_000)
    await house.restart()
    expect(caller.heard).toHaveLength(2)
    await clock.advance(800 + 4999)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask'])
    await clock.advance(1)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>timeout', '$error'])
  })

  test('in a second try: the first is not repeated', async () => {
    const { house, caller, clock } = await menuHouse()
    caller.press('9')
    await clock.advance(300)
    const before = caller.heard.length
    house.kill()
    await clock.advance(100)
    await house.restart()
    expect(caller.heard).toHaveLength(before)
    await clock.advance(2000)
    caller.press('2')
    await clock.advance(1000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>matched:2', 'bye>$end'])
  })

  test('in the middle of an input: the digits before, meanwhile and after make one', async () => {
    let entered = ''
    const { house, caller, clock } = await oneNode(async ({ media }) => {
      const heard = await media.gather('pin', four)
      if (heard.ok && heard.value.kind === 'digits') entered = `${heard.value.digits} ${heard.value.ended}`
    })
    caller.press('1')
    await clock.advance(500)
    house.kill()
    caller.press('2')
    await clock.advance(500)
    await house.restart()
    caller.press('3')
    await clock.advance(500)
    caller.press('4')
    await clock.advance(0)
    expect(entered).toBe('1234 max')
  })

  test('in the middle of an input that is never completed: what is there counts after the pause', async () => {
    let entered = ''
    const { house, caller, clock } = await oneNode(async ({ media }) => {
      const heard = await media.gather('pin', four)
      if (heard.ok && heard.value.kind === 'digits') entered = `${heard.value.digits} ${heard.value.ended}`
    })
    caller.press('12')
    await clock.advance(1000)
    house.kill()
    await clock.advance(1000)
    await house.restart()
    await clock.advance(999)
    expect(entered).toBe('')
    await clock.advance(1)
    expect(entered).toBe('12 inter-digit')
  })

  test('digits are never stored in the clear', async () => {
    const { house, caller, clock } = await oneNode(async ({ media }) => void (await media.gather('pin', four)))
    caller.press('739')
    await clock.advance(100)
    const stored = JSON.stringify([...house.tables.sessions.values(), ...house.tables.memos.values(), ...house.tables.steps.values()])
    expect(stored).toContain('digits')
    expect(stored).not.toMatch(/"7"|739/)
  })

  test('in a recording: it goes on as one, and is a message once', async () => {
    let recorded = 0
    const { house, caller, clock } = await oneNode(async ({ media }) => {
      const message = await media.record('message', { maxSeconds: 60, silenceSeconds: 3, beep: true, terminator: '#' })
      if (message.ok) recorded = message.value.durationMs
    })
    caller.speaksFor(20_000)
    await clock.advance(1000)
    house.kill()
    await clock.advance(1000)
    await house.restart()
    await clock.advance(3000)
    caller.press('#')
    await clock.advance(0)
    expect(recorded).toBe(5000)
    expect([...house.tables.recordings.values()]).toMatchObject([{ durationMs: 5000, nodePath: 'work' }])
    expect(caller.recordings).toHaveLength(1)
  })

  test('in a recording that ended meanwhile: the message is there', async () => {
    const { house, caller, clock } = await oneNode(
      async ({ media }) => void (await media.record('m', { maxSeconds: 60, silenceSeconds: 3, beep: false, terminator: 'none' })),
    )
    await clock.advance(1000)
    house.kill()
    await clock.advance(30_000)
    await house.restart()
    expect(house.path(caller.callId)).toEqual(['work>done'])
    expect(caller.recordings).toHaveLength(1)
    expect([...house.tables.recordings.values()]).toMatchObject([{ durationMs: 6000 }])
  })

  test('while a transfer rings, and while both talk: the other party is rung once and the talk is counted whole', async () => {
    let end = ''
    const { house, caller, clock } = await oneNode(
      async ({ media }) => {
        const dialled = await media.dial('to', { kind: 'extension', number: '1001' }, { ringSeconds: 20 })
        if (dialled.ok) end = `${dialled.value.end} ${dialled.value.talkMs}`
      },
      { answerDial: () => ({ does: 'answer', ringMs: 2000, talkMs: 10_000 }) },
    )
    house.kill()
    await clock.advance(1000)
    await house.restart()
    await clock.advance(3000)
    house.kill()
    await clock.advance(3000)
    await house.restart()
    await clock.advance(10_000)
    expect(caller.legs).toHaveLength(1)
    expect(end).toBe('answered 10000')
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'transferred' })
  })

  test('after a transfer that ended meanwhile: the flow goes on', async () => {
    let end = ''
    const { house, caller, clock } = await oneNode(
      async ({ media }) => {
        const dialled = await media.dial('to', { kind: 'extension', number: '1001' }, { ringSeconds: 20 })
        if (dialled.ok) end = dialled.value.end
      },
      { answerDial: () => ({ does: 'busy', ringMs: 2000 }) },
    )
    house.kill()
    await clock.advance(30_000)
    await house.restart()
    expect(end).toBe('busy')
    expect(house.path(caller.callId)).toEqual(['work>done'])
  })

  test('during an HTTP request: it is sent again with the same idempotency key', async () => {
    let answer: (() => void) | undefined
    const { house, caller } = await oneNode(
      async ({ http, once, signal, visitId }) =>
        void (await once('request', async () => {
          const response = await http.request(
            { method: 'POST', url: 'https://crm.example/', headers: {}, timeoutMs: 1000, idempotencyKey: visitId },
            signal,
          )
          return response.ok ? response.value.status : 0
        })),
      { http: () => new Promise((resolve) => (answer = () => resolve(ok({ status: 200, headers: {}, body: '' })))) },
    )
    house.kill()
    await house.restart()
    answer?.()
    await house.clock.advance(0)
    const keys = house.requests.map(({ idempotencyKey }) => idempotencyKey)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(house.path(caller.callId)).toEqual(['work>done'])
  })

  test('after an HTTP request of the same visit: its result is kept and it is not sent again', async () => {
    const { house, caller, clock } = await oneNode(
      async ({ http, once, signal, sleep }) => {
        await once('request', async () => {
          await http.request({ method: 'POST', url: 'https://crm.example/', headers: {}, timeoutMs: 1000, idempotencyKey: 'k' }, signal)
          return null
        })
        await sleep('pause', 5000)
      },
      { http: async () => ok({ status: 200, headers: {}, body: '' }) },
    )
    await clock.advance(1000)
    house.kill()
    await clock.advance(1000)
    await house.restart()
    await clock.advance(2999)
    expect(house.path(caller.callId)).toEqual(['work'])
    await clock.advance(1)
    expect(house.path(caller.callId)).toEqual(['work>done'])
    expect(house.requests).toHaveLength(1)
  })

  test('when the caller hung up meanwhile: the session ends as hung up', async () => {
    const { house, caller, clock } = await menuHouse()
    house.kill()
    await clock.advance(100)
    caller.hangup()
    await clock.advance(100)
    await house.restart()
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>hangup'])
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'hung-up' })
  })

  test('when its calls were given to the fallback meanwhile: they count as failed, and the others go on', async () => {
    const { house, caller, clock } = await menuHouse()
    const second = house.call('7000')
    await clock.advance(100)
    house.kill()
    await clock.advance(20_000)
    caller.handBack()
    await house.restart()
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>hangup'])
    expect(house.steps(caller.callId).at(-1)).toMatchObject({ errorCode: 'CALL_HANDED_BACK' })
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'CALL_HANDED_BACK' })
    second.press('2')
    await clock.advance(1000)
    expect(house.interaction(second.callId)).toMatchObject({ outcome: 'completed' })
  })

  test('when someone called meanwhile: the call is answered', async () => {
    const { house, clock } = await menuHouse()
    house.kill()
    await clock.advance(100)
    const second = house.call('7000')
    second.press('2')
    await clock.advance(100)
    await house.restart()
    await clock.advance(300)
    expect(house.path(second.callId)).toEqual(['start>start', 'ask>matched:2', 'bye>$end'])
  })

  test('when a new version went live meanwhile: the session keeps its own, new calls get the new one', async () => {
    const { house, caller, clock } = await menuHouse()
    house.kill()
    house.publish('7000', flow({ nodes: { new: ['hangup', { prompts: says('New') }] }, edges: ['start start -> new'] }), 'v-new')
    await house.restart()
    const second = house.call('7000')
    caller.press('2')
    await clock.advance(1000)
    expect(house.path(caller.callId).at(-1)).toBe('bye>$end')
    expect(house.path(second.callId)).toEqual(['start>start', 'new>$end'])
  })

  test('when a session’s version was removed: its caller hears an apology, its call counts as failed, the others go on', async () => {
    const { house, caller, clock } = await menuHouse()
    house.publish('7001', menuFlow)
    const second = house.call('7001')
    await clock.advance(100)
    house.kill()
    house.tables.versions.delete('v-7000')
    await house.restart()
    await clock.advance(1000)
    expect(caller.hearing?.media).toMatch(/^speech:We are sorry/)
    expect(caller.gone).toBe(false)
    await clock.advance(10_000)
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'VERSION_MISSING' })
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>error'])
    expect(house.steps(caller.callId).at(-1)).toMatchObject({ errorCode: 'VERSION_MISSING', leftAt: expect.any(Number) })
    const remembered = [...house.tables.memos.values(), ...house.tables.deadlines.values()]
    expect(remembered.filter(({ sessionId }) => sessionId === house.session(caller.callId)?.id)).toEqual([])
    second.press('2')
    await clock.advance(1000)
    expect(house.path(second.callId).at(-1)).toBe('bye>$end')
  })

  test('when a session cannot be read: its caller hears the apology of the flow’s language, once, also across another kill', async () => {
    const { house, caller, clock } = await menuHouse()
    await clock.advance(1000)
    house.kill()
    const session = house.session(caller.callId)
    if (session) house.tables.sessions.set(session.id, { ...session, snapshot: '{"machine":' })
    await house.restart()
    await clock.advance(500)
    expect(house.session(caller.callId)).toMatchObject({ status: 'active' })
    house.kill()
    await clock.advance(100)
    await house.restart()
    await clock.advance(10_000)
    expect(caller.heard.filter(({ media }) => media !== PROMPT)).toMatchObject([
      { media: expect.stringMatching(/^speech:We are sorry/), result: 'done' },
    ])
    expect(caller.gone).toBe(true)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'SESSION_UNREADABLE' })
    expect(house.session(caller.callId)).toMatchObject({ status: 'ended' })
  })

  test('when a session cannot be read and its caller has hung up: that is no trouble', async () => {
    const { house, caller, clock } = await menuHouse()
    house.kill()
    house.tables.versions.delete('v-7000')
    caller.hangup()
    await house.restart()
    await clock.advance(0)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'VERSION_MISSING', endedAt: clock.now() })
  })

  test('when a session cannot be read while a message is left: the message is kept', async () => {
    const { house, caller, clock } = await oneNode(
      async ({ media }) => void (await media.record('m', { maxSeconds: 60, silenceSeconds: 0, beep: false, terminator: '#' })),
    )
    await clock.advance(2000)
    house.kill()
    house.tables.versions.delete('v-7000')
    await clock.advance(1000)
    await house.restart()
    await clock.advance(10_000)
    expect(caller.gone).toBe(true)
    expect([...house.tables.recordings.values()]).toMatchObject([{ durationMs: 3000, nodePath: 'work' }])
  })

  test('when a session cannot be read while two talk: they go on, and the caller hears the apology after that', async () => {
    const { house, caller, clock } = await oneNode(
      async ({ media }) => void (await media.dial('to', { kind: 'extension', number: '1001' }, { ringSeconds: 20 })),
      { answerDial: () => ({ does: 'answer', ringMs: 1000, talkMs: 60_000 }) },
    )
    await clock.advance(2000)
    house.kill()
    house.tables.versions.delete('v-7000')
    await house.restart()
    await clock.advance(58_000)
    expect(caller.heard).toEqual([])
    await clock.advance(2000)
    expect(caller.hearing?.media).toMatch(/^speech:We are sorry/)
    await clock.advance(10_000)
    expect(caller.gone).toBe(true)
  })

  test('when a session cannot be read while a transfer rings: it rings no more, and the caller hears the apology', async () => {
    const { house, caller, clock } = await oneNode(
      async ({ media }) => void (await media.dial('to', { kind: 'extension', number: '1001' }, { ringSeconds: 20 })),
      { answerDial: () => ({ does: 'answer', ringMs: 15_000, talkMs: 60_000 }) },
    )
    await clock.advance(1000)
    house.kill()
    house.tables.versions.delete('v-7000')
    await house.restart()
    await clock.advance(500)
    expect(caller.legs.map(({ alive }) => alive)).toEqual([false])
    expect(caller.hearing?.media).toMatch(/^speech:We are sorry/)
  })

  test('between the end of a flow and its hang-up: the call is hung up, not answered again', async () => {
    const { house, caller, clock } = await menuHouse()
    const session = house.session(caller.callId)
    house.kill()
    if (session) house.tables.sessions.set(session.id, { ...session, status: 'ended', snapshot: '' })
    await house.restart()
    await clock.advance(0)
    expect(caller.gone).toBe(true)
    expect(house.tables.sessions.size).toBe(1)
  })

  test('with changes that were only in the journal file: nothing is lost', async () => {
    const journalFolder = mkdtempSync(join(tmpdir(), 'journal-'))
    for (const at of [0, 10, 150, 199, 300, 950, 1010, 1100]) {
      const house = new House({ journalFolder })
      house.publish('7000', menuFlow)
      await house.open()
      const caller = house.call('7000')
      await house.clock.advance(Math.min(at, 1000))
      if (at >= 1000) caller.press('1')
      await house.clock.advance(Math.max(0, at - 1000))
      house.kill()
      await house.clock.advance(100)
      await house.restart()
      if (at < 1000) caller.press('1')
      await house.clock.advance(2000)
      caller.press('2')
      await house.clock.advance(2000)
      expect(house.path(caller.callId), `killed at ${at}`).toEqual([
        'start>start',
        'ask>matched:1',
        'hours>done',
        'ask>matched:2',
        'bye>$end',
      ])
      expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'completed' })
    }
    rmSync(journalFolder, { recursive: true })
  })

  test('again and again, at any moment: the flow ends as if nothing had been', async () => {
    for (let at = 0; at <= 3000; at += 150) {
      const { house, caller, clock } = await menuHouse()
      const timeline: [number, () => void][] = [
        [1000, () => caller.press('1')],
        [1600, () => caller.press('2')],
      ]
      let now = 0
      const until = async (time: number) => {
        for (const [when, act] of timeline.filter(([when]) => when > now && when <= time)) {
          await clock.advance(when - now)
          act()
          now = when
        }
        await clock.advance(time - now)
        now = time
      }
      await until(at)
      house.kill()
      await until(at + 500)
      await house.restart()
      await until(10_000)
      expect(house.path(caller.callId), `killed at ${at}`).toEqual([
        'start>start',
        'ask>matched:1',
        'hours>done',
        'ask>matched:2',
        'bye>$end',
      ])
      expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'completed' })
    }
  })
})

describe('a telephone server that goes away', () => {
  test('for a moment: calls wait, and what was pressed meanwhile comes before what was due', async () => {
    const { house, caller, clock } = await menuHouse()
    await clock.advance(2000)
    house.telephony.goDown()
    await clock.advance(1000)
    caller.press('2')
    await clock.advance(20_000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask'])
    house.telephony.comeBack()
    await clock.advance(1000)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>matched:2', 'bye>$end'])
  })

  test('in the middle of a request: it is made again', async () => {
    const { house, caller, clock } = await oneNode(async ({ media, sleep }) => {
      await sleep('pause', 1000)
      await media.play('p', [{ kind: 'text', text: 'Hello' }])
    })
    house.telephony.goDown()
    await clock.advance(5000)
    house.telephony.comeBack()
    await clock.advance(2000)
    expect(caller.heard).toMatchObject([{ media: 'speech:Hello', result: 'done' }])
  })

  test('with all its calls: their sessions end with a code of their own, on the step that they were in', async () => {
    const { house, caller, clock } = await menuHouse()
    await clock.advance(1000)
    house.telephony.crash()
    house.telephony.comeBack()
    await clock.advance(0)
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'CALL_LOST' })
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>hangup'])
    expect(house.steps(caller.callId).at(-1)).toMatchObject({ path: 'ask', outcome: 'hangup', errorCode: 'CALL_LOST' })
    expect(house.runtime.live).toEqual([])
    const next = house.call('7000')
    await clock.advance(100)
    next.hangup()
    await clock.advance(0)
    expect(house.interaction(next.callId)).toMatchObject({ outcome: 'hung-up', errorCode: null })
  })

  test('with all its calls, and the engine too: the next engine ends them so', async () => {
    const { house, caller, clock } = await menuHouse()
    await clock.advance(1000)
    house.kill()
    house.telephony.crash()
    await house.restart()
    await clock.advance(100)
    expect(house.path(caller.callId)).toEqual(['start>start', 'ask>hangup'])
    expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'failed', errorCode: 'CALL_LOST' })
  })
})
