import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { openApi, signInCookies } from './support/api'
import { type Call, hum, Phone } from './support/caller'
import { keepEngineDown } from './support/engine-down'
import { flow, publishFlow, say } from './support/flows'
import { untilIn } from './support/journal'
import { type Product, startProduct } from './support/product'
import { endedCalls, pathOf } from './support/traces'

/** What a caller does: before the engine is killed, while it is down, and after it is back. */
interface Story {
  readonly before: string
  /** The step it is in when the engine dies. */
  readonly caughtIn: string
  readonly down: string
  /** The step it must be in once the engine is back. */
  readonly thenIn: string
  readonly after: string
  /** What the trace must say in the end. */
  readonly path: readonly string[]
  readonly digits?: string
}

const end = ['last matched:9', 'bye $end']
const stories = {
  /** The question is over; the key comes while nobody listens. */
  waiting: { before: '', caughtIn: 'main', down: '3', thenIn: 'second', after: '4', path: ['main matched:3', 'second matched:4', ...end] },
  /** The question is being asked. */
  listening: {
    before: '',
    caughtIn: 'main',
    down: '3',
    thenIn: 'second',
    after: '4',
    path: ['main matched:3', 'second matched:4', ...end],
  },
  /** Nothing is pressed while it is down. */
  patient: { before: '', caughtIn: 'main', down: '', thenIn: 'main', after: '34', path: ['main matched:3', 'second matched:4', ...end] },
  /** A number is typed across the crash. */
  typing: {
    before: '112',
    caughtIn: 'number',
    down: '34',
    thenIn: 'number',
    after: '56#',
    path: ['main matched:1', 'number collected', ...end],
    digits: '123456',
  },
  /** A number is completed, and the next menu answered ahead, while it is down. */
  typingAhead: {
    before: '17',
    caughtIn: 'number',
    down: '8#',
    thenIn: 'last',
    after: '',
    path: ['main matched:1', 'number collected', ...end],
    digits: '78',
  },
  /** A message is being left, and ended while it is down. */
  speaking: {
    before: '2',
    caughtIn: 'message',
    down: '#',
    thenIn: 'last',
    after: '',
    path: ['main matched:2', 'message recorded', ...end],
  },
  /** A message goes on across the crash. */
  speakingOn: {
    before: '2',
    caughtIn: 'message',
    down: '',
    thenIn: 'message',
    after: '#',
    path: ['main matched:2', 'message recorded', ...end],
  },
} as const satisfies Readonly<Record<string, Story>>

const cast: readonly (keyof typeof stories)[] = [
  ...Array<'waiting'>(4).fill('waiting'),
  ...Array<'listening'>(3).fill('listening'),
  ...Array<'patient'>(1).fill('patient'),
  ...Array<'typing'>(4).fill('typing'),
  ...Array<'typingAhead'>(2).fill('typingAhead'),
  ...Array<'speaking'>(4).fill('speaking'),
  ...Array<'speakingOn'>(2).fill('speakingOn'),
]

const patience = { timeoutSeconds: 60 }
const document = flow(
  'Survivor',
  {
    main: {
      type: 'menu',
      config: {
        prompts: say('To enter a number press one. To leave a message press two. To go on press three.'),
        options: [{ key: '1' }, { key: '2' }, { key: '3' }],
        ...patience,
      },
      exits: { 'matched:1': 'number', 'matched:2': 'message', 'matched:3': 'second' },
    },
    number: {
      type: 'collect',
      config: { prompts: say('Your number.'), variable: 'number', maxDigits: 12, firstDigitSeconds: 60, interDigitSeconds: 30 },
      exits: { collected: 'last' },
    },
    message: { type: 'record', config: { silenceSeconds: 0, maxSeconds: 120 }, exits: { recorded: 'last' } },
    second: { type: 'menu', config: { prompts: say('Press four.'), options: [{ key: '4' }], ...patience }, exits: { 'matched:4': 'last' } },
    last: { type: 'menu', config: { prompts: say('Press nine.'), options: [{ key: '9' }], ...patience }, exits: { 'matched:9': 'bye' } },
    bye: { type: 'hangup' },
  },
  [{ name: 'number', type: 'string' }],
)

let product: Product
const phones: Phone[] = []

test.beforeAll(async () => {
  test.setTimeout(600_000)
  product = await startProduct()
  await publishFlow(product, document, '7100')
})
test.afterAll(async () => {
  await Promise.all(phones.map((phone) => phone.close()))
  await product?.stop()
})

interface Caller {
  readonly name: string
  readonly story: Story
  readonly call: Call
}

async function dial(index: number): Promise<Caller> {
  const name = `caller-${index}`
  const phone = await Phone.open({ port: product.sipPort, name })
  phones.push(phone)
  const call = await phone.call('7100')
  await call.answered
  return { name, story: stories[cast[index] ?? 'waiting'], call }
}

const places = (callers: readonly Caller[], of: (story: Story) => string) =>
  Object.fromEntries(callers.map(({ name, story }) => [name, of(story)]))

/** All at once, as twenty people would. */
const all = (callers: readonly Caller[], act: (caller: Caller) => Promise<unknown>) => Promise.all(callers.map(act))

const pressAll = (keys: (story: Story) => string) => async (caller: Caller) => {
  const wanted = keys(caller.story)
  if (wanted) await caller.call.press(wanted)
}

test('twenty calls in menus, inputs and recordings outlive a killed engine', async () => {
  const indexes = cast.map((_, index) => index)
  const late = indexes.filter((index) => cast[index] === 'listening')
  const early = await Promise.all(indexes.filter((index) => !late.includes(index)).map(dial))
  await untilIn(
    product,
    places(early, () => 'main'),
  )
  await all(early, async ({ call }) => call.ear.quiet(500))
  // A voice, so that there is something in the messages.
  for (const { story, call } of early) if (story.caughtIn === 'message') call.speak(hum)
  await all(
    early,
    pressAll((story) => story.before),
  )
  await untilIn(
    product,
    places(early, (story) => story.caughtIn),
  )
  const callers = [...early, ...(await Promise.all(late.map(dial)))]
  await all(callers.slice(early.length), ({ call }) => call.ear.sound({ after: 0 }))
  await untilIn(
    product,
    places(callers, (story) => story.caughtIn),
  )
  // Into the recordings.
  await sleep(1500)

  const down = keepEngineDown(product)
  await sleep(50)
  await all(
    callers,
    pressAll((story) => story.down),
  )
  await sleep(300)
  await down.stop()
  expect(down.killed()).toBeGreaterThan(0)

  await untilIn(
    product,
    places(callers, (story) => story.thenIn),
  )
  await all(
    callers,
    pressAll((story) => story.after),
  )
  await untilIn(
    product,
    places(callers, () => 'last'),
  )
  await all(callers, async ({ call }) => call.press('9'))
  const ends = await Promise.all(callers.map(({ call }) => call.ended))
  expect(ends.map(({ by }) => by)).toEqual(callers.map(() => 'them'))

  const traces = new Map((await endedCalls(await openApi(product), '7100', callers.length)).map((trace) => [trace.fromNumber, trace]))
  expect(traces.size).toBe(callers.length)
  const [cookie] = await signInCookies(product.url, product.admin)
  for (const { name, story } of callers) {
    const trace = traces.get(name)
    if (!trace) throw new Error(`no trace of ${name}`)
    expect
      .soft({ name, path: pathOf(trace), outcome: trace.outcome, errorCode: trace.errorCode })
      .toEqual({ name, path: ['start start', ...story.path], outcome: 'completed', errorCode: null })
    const collected = trace.sessions[0]?.steps.find(({ path }) => path === 'number')?.output
    expect.soft(collected ?? null, name).toEqual(story.digits === undefined ? null : { digits: story.digits, tries: 1 })
    expect.soft(trace.recordings.length, name).toBe(story.caughtIn === 'message' ? 1 : 0)
    for (const { id, durationMs } of trace.recordings) {
      expect.soft(durationMs, name).toBeGreaterThan(1000)
      const audio = await fetch(`${product.url}/api/recordings/${id}`, { headers: { cookie: `${cookie?.name}=${cookie?.value}` } })
      expect.soft(audio.status, name).toBe(200)
      expect.soft((await audio.arrayBuffer()).byteLength, name).toBeGreaterThan(8000)
    }
  }
})
