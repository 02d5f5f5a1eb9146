import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import { customFlow, doing, House } from './testing/house'

const everything = customFlow(
  {
    welcome: { done: 'pin' },
    pin: { done: 'menu' },
    menu: { done: 'message' },
    message: { done: 'pause' },
    pause: { done: 'transfer' },
    transfer: { done: 'lookup', 'call.hangup': '' },
    lookup: { done: '$end' },
  },
  { maxSteps: 50 },
)

function openHouse() {
  const house = new House({
    answerDial: () => ({ does: 'answer', ringMs: 1000, talkMs: 2000 }),
    http: async () => ({ ok: true, value: { status: 200, headers: {}, body: '' } }),
    nodes: {
      welcome: doing(async ({ media }) => {
        await media.answer()
        const played = await media.play('p', says0('Welcome to our house'))
        return played.ok ? undefined : { outcome: 'error', error: played.error }
      }),
      pin: doing(async ({ media }) => {
        const read = await media.gather('g', {
          prompts: says0('Your number please'),
          bargeIn: true,
          maxDigits: 4,
          terminator: '#',
          timeoutMs: 1000,
          interDigitMs: 500,
        })
        return read.ok ? undefined : { outcome: 'error', error: read.error }
      }),
      menu: doing(async ({ media }) => {
        const read = await media.gather('g', {
          prompts: says0('One or two'),
          bargeIn: false,
          maxDigits: 1,
          terminator: '',
          timeoutMs: 1000,
          interDigitMs: 500,
        })
        return read.ok ? undefined : { outcome: 'error', error: read.error }
      }),
      message: doing(async ({ media }) => {
        const recorded = await media.record('r', { maxSeconds: 3, silenceSeconds: 0, beep: true, terminator: '#' })
        return recorded.ok ? undefined : { outcome: 'error', error: recorded.error }
      }),
      pause: doing(({ sleep }) => sleep('s', 800)),
      transfer: doing(async ({ media }) => {
        const dialled = await media.dial('d', { kind: 'number', number: '1001' }, { ringSeconds: 10 })
        return dialled.ok ? undefined : { outcome: 'error', error: dialled.error }
      }),
      lookup: doing(
        async ({ http, signal }) =>
          void (await http.request({ method: 'GET', url: 'https://x.example', headers: {}, timeoutMs: 1, idempotencyKey: 'k' }, signal)),
      ),
    },
  })
  house.install('7000', everything)
  return house
}

const says0 = (text: string) => [{ kind: 'text' as const, text }]

/** Press, hang up, kill, restart, lose the line: in any order, at any time. */
const life = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 1500 }),
    what: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('1', '2', '#', '9') },
      { weight: 1, arbitrary: fc.constant('kill' as const) },
      { weight: 1, arbitrary: fc.constant('down' as const) },
    ),
  }),
  { maxLength: 12 },
)

test('whenever the caller hangs up, whatever happened before, the session ends once, with its trace complete', async () => {
  await fc.assert(
    fc.asyncProperty(life, fc.integer({ min: 0, max: 9000 }), async (events, hangupAt) => {
      const house = openHouse()
      await house.open()
      const caller = house.call('7000')
      let now = 0
      for (const { after, what } of events) {
        if (now + after >= hangupAt) break
        await house.clock.advance(after)
        now += after
        if (what === 'kill') {
          house.kill()
          await house.restart()
        } else if (what === 'down') {
          house.telephony.goDown()
          await house.clock.advance(50)
          house.telephony.comeBack()
          now += 50
        } else caller.press(what)
      }
      await house.clock.advance(Math.max(0, hangupAt - now))
      caller.hangup()
      await house.clock.advance(5000)

      const steps = house.steps(caller.callId)
      expect(steps.length).toBeGreaterThan(0)
      expect(steps.map(({ visit }) => visit)).toEqual(steps.map((_, index) => index + 1))
      for (const step of steps) {
        expect(step.leftAt).not.toBeNull()
        expect(step.leftAt ?? 0).toBeGreaterThanOrEqual(step.enteredAt)
        expect(step.errorCode).toBeNull()
      }
      expect(house.session(caller.callId)).toMatchObject({ status: 'ended', snapshot: '' })
      expect(house.interaction(caller.callId)?.outcome).toMatch(/^(hung-up|completed|transferred)$/)
      expect([...house.tables.memos.values(), ...house.tables.deadlines.values()]).toEqual([])
      expect(house.runtime.live).toEqual([])
      expect(house.events.filter(({ type }) => type === 'session-ended')).toHaveLength(1)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('given a hang-up handler that ends by a hang-up step, then it is still the caller who hung up', async () => {
  const house = new House()
  house.publish(
    '7000',
    flow({
      nodes: { ask: ['menu', { prompts: says('Hello'), options: [{ key: '1' }] }], bye: ['hangup', {}] },
      edges: ['start start -> ask', 'start hangup -> bye', 'ask matched:1 -> ask'],
    }),
  )
  await house.open()
  const caller = house.call('7000')
  await house.clock.advance(100)
  caller.hangup()
  await house.clock.advance(100)
  expect(house.path(caller.callId)).toEqual(['start>start', 'ask>hangup', 'bye>$end'])
  expect(house.interaction(caller.callId)).toMatchObject({ outcome: 'hung-up', errorCode: null })
})

test('given a hang-up handler, then it runs once, to its end, though nobody listens any more', async () => {
  const house = new House()
  house.publish(
    '7000',
    flow({
      nodes: { ask: ['menu', { prompts: says('Hello'), options: [{ key: '1' }] }], sorry: ['play', { prompts: says('Too late') }] },
      edges: ['start start -> ask', 'start hangup -> sorry', 'ask matched:1 -> ask'],
    }),
  )
  await house.open()
  const caller = house.call('7000')
  await house.clock.advance(100)
  caller.hangup()
  await house.clock.advance(100)
  expect(house.path(caller.callId)).toEqual(['start>start', 'ask>hangup', 'sorry>error', '$error>done'])
  expect(house.steps(caller.callId)[2]).toMatchObject({ errorCode: 'CALL_GONE' })
})
