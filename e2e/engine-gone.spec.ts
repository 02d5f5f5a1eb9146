import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { openApi } from './support/api'
import { signIn } from './support/browser'
import { type Call, hum, Phone } from './support/caller'
import { keepEngineDown } from './support/engine-down'
import { flow, publishFlow, say } from './support/flows'
import { untilHealth } from './support/health'
import { untilIn } from './support/journal'
import { heard, watchAudio } from './support/phone'
import { type Product, startProduct } from './support/product'
import { endedCalls, pathOf } from './support/traces'

const NUMBER = '7400'
const FROM_BROWSER = '7401'
/** Some twenty seconds: longer than calls wait for their engine. */
const long = 'This is a story that goes on for a while. '.repeat(9)

let product: Product
let party: Phone
const phones: Phone[] = []

test.beforeAll(async () => {
  test.setTimeout(600_000)
  product = await startProduct()
  party = await open('party')
  await publishFlow(product, document('Orphans'), NUMBER)
  await publishFlow(product, document('From the page'), FROM_BROWSER)
})
test.afterAll(async () => {
  await Promise.all(phones.map((phone) => phone.close()))
  await product?.stop()
})

function document(name: string) {
  const target = `sip:party@127.0.0.1:${party.port}`
  return flow(name, {
    menu: {
      type: 'menu',
      config: { prompts: say('Well?'), options: [{ key: '1' }, { key: '2' }], timeoutSeconds: 60 },
      exits: { 'matched:1': 'story', 'matched:2': 'transfer' },
    },
    story: { type: 'play', config: { prompts: say(long) }, exits: { done: 'bye' } },
    transfer: { type: 'transfer', config: { kind: 'uri', target, ringSeconds: 60 }, exits: { answered: 'bye', 'hung-up': 'bye' } },
    bye: { type: 'hangup' },
  })
}

async function open(name: string): Promise<Phone> {
  const phone = await Phone.open({ port: product.sipPort, name })
  phones.push(phone)
  return phone
}

async function dial(name: string): Promise<Call> {
  const call = await (await open(name)).call(NUMBER)
  await call.answered
  await untilIn(product, { [name]: 'menu' })
  return call
}

test.describe.configure({ mode: 'serial' })

test('a call whose stored state cannot be read after a restart: the caller hears an apology, and the trace says why', async () => {
  const call = await dial('unlucky')
  await call.ear.quiet(1000)
  const down = keepEngineDown(product)
  await expect.poll(down.killed).toBeGreaterThan(1)
  const database = new Database(`${product.dataDir}/patchbay.db`)
  const { changes } = database.prepare(`UPDATE "FlowSession" SET "snapshot" = '{"machine":' WHERE "status" = 'active'`).run()
  database.close()
  expect(changes).toBe(1)
  const spoilt = performance.now()
  await down.stop()
  await call.ear.sound({ after: spoilt, within: 12_000 })
  expect((await call.ended).by).toBe('them')
  const trace = (await endedCalls(await openApi(product), NUMBER, 1))[0]
  if (!trace) throw new Error('no trace')
  expect(pathOf(trace)).toEqual(['start start', 'menu error'])
  expect(trace).toMatchObject({ outcome: 'failed', errorCode: 'SESSION_UNREADABLE' })
})

test('the engine does not come back: nobody is left in silence, two who talk go on, and the traces say what happened', async () => {
  const [asker, listener, talker] = [await dial('asker'), await dial('listener'), await dial('talker')]
  await talker.press('2')
  const other = await party.nextCall(15_000)
  other.answer()
  await other.answered
  await untilIn(product, { asker: 'menu', listener: 'menu', talker: 'transfer' })
  await asker.ear.quiet(1000)
  await listener.press('1')
  await untilIn(product, { listener: 'story' })

  const killed = performance.now()
  const down = keepEngineDown(product)
  try {
    // What Asterisk sends in the very moment in which an engine is killed is lost.
    await expect.poll(down.killed).toBeGreaterThan(1)
    const late = await (await open('late')).call(NUMBER)
    await asker.ear.sound({ after: killed, within: 40_000 })
    expect((await asker.ended).by).toBe('them')
    expect(performance.now() - killed).toBeGreaterThan(14_000)
    await late.ear.sound({ after: await late.answered })
    expect((await late.ended).by).toBe('them')
    expect((await listener.ended).by).toBe('them')
    const spoken = performance.now()
    other.speak(hum)
    await talker.ear.sound({ after: spoken })
  } finally {
    await down.stop()
  }
  expect(down.killed()).toBeGreaterThan(1)
  expect(product.output.join('\n')).toMatch(/The engine stays away: .* given to the fallback/)

  await untilHealth(product, ({ code }) => code === 200)
  await other.hangup()
  expect((await talker.ended).by).toBe('them')

  const traces = new Map((await endedCalls(await openApi(product), NUMBER, 5)).map((trace) => [trace.fromNumber, trace]))
  const told = (name: string) => {
    const trace = traces.get(name)
    return trace && { path: pathOf(trace), outcome: trace.outcome, errorCode: trace.errorCode }
  }
  expect(told('asker')).toEqual({ path: ['start start', 'menu hangup'], outcome: 'failed', errorCode: 'CALL_HANDED_BACK' })
  expect(told('listener')).toMatchObject({ outcome: 'failed', errorCode: 'CALL_HANDED_BACK' })
  expect(told('talker')).toEqual({
    path: ['start start', 'menu matched:2', 'transfer answered', 'bye $end'],
    outcome: 'transferred',
    errorCode: null,
  })
  expect(told('late')).toMatchObject({ outcome: 'failed', errorCode: 'CALL_HANDED_BACK' })
})

test('a call from the browser outlives the engine: it stays, a key pressed meanwhile counts, the flow goes on and its end is seen', async ({
  page,
}) => {
  await signIn(page, product)
  await watchAudio(page)
  await page.goto(`${product.url}/flows`)
  await page.getByRole('button', { name: 'Phone' }).click()
  const phone = page.getByRole('region', { name: 'Phone' })
  const status = phone.getByRole('status')
  await phone.getByLabel('Number to call').fill(FROM_BROWSER)
  await phone.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(status).toHaveText('Connected')
  await expect.poll(() => heard(page)).toBeGreaterThan(0.001)
  await untilIn(product, { browser: 'menu' })

  const down = keepEngineDown(product)
  try {
    await expect(status).toContainText('your keys still work')
    await phone.getByRole('button', { name: '1', exact: true }).click()
  } finally {
    await down.stop()
  }
  await untilIn(product, { browser: 'story' })
  await expect(status).toHaveText('Connected')
  const before = await heard(page)
  await expect.poll(() => heard(page)).toBeGreaterThan(before + 0.01)
  await expect(status).toHaveText('The call has ended', { timeout: 60_000 })

  const [trace] = await endedCalls(await openApi(product), FROM_BROWSER, 1)
  if (!trace) throw new Error('no trace')
  expect(pathOf(trace)).toEqual(['start start', 'menu matched:1', 'story done', 'bye $end'])
})
