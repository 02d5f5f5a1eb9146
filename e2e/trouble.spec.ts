import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { openApi, signInCookies } from './support/api'
import { type Call, hum, Phone } from './support/caller'
import { flow, publishFlow, say } from './support/flows'
import { untilHealth } from './support/health'
import { untilIn } from './support/journal'
import { type Product, startProduct } from './support/product'
import { type SmallDisk, smallDisk } from './support/small-disk'
import { type Api, endedCalls, pathOf } from './support/traces'

const patience = { timeoutSeconds: 60 }
const document = flow('Steady', {
  ask: {
    type: 'menu',
    config: {
      prompts: say('Press one to go round, two to leave a message, nine to end.'),
      options: [{ key: '1' }, { key: '2' }, { key: '9' }],
      ...patience,
    },
    exits: { 'matched:1': 'ask', 'matched:2': 'message', 'matched:9': 'bye' },
  },
  message: { type: 'record', config: { silenceSeconds: 0, maxSeconds: 120 }, exits: { recorded: 'ask', error: 'ask' } },
  bye: { type: 'hangup' },
})
const NUMBER = '7200'
const steady = (path: readonly string[]) => ['start start', ...path, 'bye $end']

let disk: SmallDisk
let product: Product
let api: Api
const phones: Phone[] = []

test.beforeAll(async () => {
  test.setTimeout(600_000)
  disk = smallDisk(64)
  product = await startProduct({ dataDir: disk.folder })
  api = await openApi(product)
  await publishFlow(product, document, NUMBER)
})
test.afterEach(async () => {
  await Promise.all(phones.splice(0).map((phone) => phone.close()))
})
test.afterAll(async () => {
  await product?.stop()
  disk?.remove()
})

async function dial(name: string): Promise<Call> {
  const phone = await Phone.open({ port: product.sipPort, name })
  phones.push(phone)
  const call = await phone.call(NUMBER)
  await call.answered
  await untilIn(product, { [name]: 'ask' })
  return call
}

/** What is stored of that caller's call, once it has ended. */
async function traceOf(name: string, calls: number) {
  const trace = (await endedCalls(api, NUMBER, calls)).find(({ fromNumber }) => fromNumber === name)
  if (!trace) throw new Error(`no call of ${name}`)
  return trace
}

/** Presses a key and waits for the prompt that follows. */
async function round(call: Call): Promise<void> {
  await call.ear.sound({ after: (await call.press('1')).ended })
}

async function audible(recording: { readonly id: string }): Promise<number> {
  const [cookie] = await signInCookies(product.url, product.admin)
  const audio = await fetch(`${product.url}/api/recordings/${recording.id}`, { headers: { cookie: `${cookie?.name}=${cookie?.value}` } })
  expect(audio.status).toBe(200)
  const bytes = Buffer.from(await audio.arrayBuffer())
  expect(bytes.toString('latin1', 0, 4)).toBe('RIFF')
  // The length that a player goes by.
  return bytes.readUInt32LE(bytes.indexOf('data') + 4)
}

test.describe.configure({ mode: 'serial' })

test('the database is locked for eight seconds: calls go on and come in, health says so, nothing is lost', async () => {
  const call = await dial('patient')
  const other = new Database(`${product.dataDir}/patchbay.db`)
  other.exec('BEGIN EXCLUSIVE')
  const locked = Date.now()
  await round(call)
  const phone = await Phone.open({ port: product.sipPort, name: 'newcomer' })
  phones.push(phone)
  const second = await phone.call(NUMBER)
  await second.ear.sound({ after: await second.answered })
  const warned = await untilHealth(product, ({ code }) => code === 503)
  expect(warned).toMatchObject({ engine: 'degraded', problem: { code: 'STORE_BUSY', message: expect.stringContaining('locked') } })
  await second.press('9')
  expect((await second.ended).by).toBe('them')
  while (Date.now() - locked < 8000) {
    await round(call)
    await sleep(500)
  }
  other.exec('COMMIT')
  other.close()
  await untilHealth(product, ({ code }) => code === 200)
  await call.press('9')
  expect((await call.ended).by).toBe('them')

  expect(pathOf(await traceOf('newcomer', 2))).toEqual(steady(['ask matched:9']))
  const path = pathOf(await traceOf('patient', 2))
  expect(path.length).toBeGreaterThan(5)
  expect(path).toEqual(steady([...Array<string>(path.length - 3).fill('ask matched:1'), 'ask matched:9']))
})

test('the disk is full for a while: calls and recordings go on, health says so, nothing stored is lost', async () => {
  const [call, talker] = [await dial('caller'), await dial('talker')]
  await talker.press('2')
  await untilIn(product, { talker: 'message' })
  talker.speak(hum)
  // Asterisk writes two seconds at a time.
  await sleep(5000)
  // What SQLite has in reserve would hide that the disk is full.
  const other = new Database(`${product.dataDir}/patchbay.db`)
  other.pragma('wal_checkpoint(TRUNCATE)')
  other.close()
  disk.fill()
  let over = false
  const warned = untilHealth(product, ({ code }) => code === 503).finally(() => {
    over = true
  })
  while (!over) {
    await round(call)
    await sleep(100)
  }
  expect(await warned).toMatchObject({
    engine: 'degraded',
    problem: { code: 'STORE_FULL', message: expect.stringContaining('free some space') },
  })
  await talker.press('#')
  await talker.ear.sound()
  const phone = await Phone.open({ port: product.sipPort, name: 'late' })
  phones.push(phone)
  const late = await phone.call(NUMBER)
  await late.ear.sound({ after: await late.answered })
  await late.press('9')
  expect((await late.ended).by).toBe('them')

  disk.free()
  await untilHealth(product, ({ code }) => code === 200)
  await call.press('9')
  await talker.press('9')
  expect([(await call.ended).by, (await talker.ended).by]).toEqual(['them', 'them'])
  expect(pathOf(await traceOf('late', 5))).toEqual(steady(['ask matched:9']))
  expect(pathOf(await traceOf('caller', 5)).length).toBeGreaterThan(3)
  const told = await traceOf('talker', 5)
  expect(pathOf(told)).toEqual(steady(['ask matched:2', 'message recorded', 'ask matched:9']))
  const [recording] = told.recordings
  if (!recording) throw new Error('no recording')
  expect(await audible(recording)).toBeGreaterThan(8000)
  // What was there before is there still.
  expect(pathOf(await traceOf('newcomer', 5))).toEqual(steady(['ask matched:9']))
})

test('Asterisk is killed in mid-call: it is started again, its calls end with a code, their messages are kept, and new calls come in', async () => {
  const [asker, talker] = [await dial('asker'), await dial('speaker')]
  await talker.press('2')
  await untilIn(product, { speaker: 'message' })
  talker.speak(hum)
  await sleep(5000)
  const before = product.pid('asterisk')
  if (before === undefined) throw new Error('no Asterisk')
  process.kill(before, 'SIGKILL')
  expect(await untilHealth(product, ({ code }) => code === 503)).toMatchObject({
    asterisk: { state: 'down' },
    problem: { code: 'TELEPHONY_DOWN' },
  })
  await untilHealth(product, ({ code }) => code === 200)
  expect(product.pid('asterisk')).not.toBe(before)

  const asked = await traceOf('asker', 7)
  expect(pathOf(asked)).toEqual(['start start', 'ask hangup'])
  expect(asked).toMatchObject({ outcome: 'failed', errorCode: 'CALL_LOST' })
  expect(asked.sessions[0]?.steps.map(({ errorCode }) => errorCode)).toEqual([null, 'CALL_LOST'])
  const spoken = await traceOf('speaker', 7)
  expect(pathOf(spoken)).toEqual(['start start', 'ask matched:2', 'message hangup'])
  expect(spoken).toMatchObject({ outcome: 'failed', errorCode: 'CALL_LOST' })
  const [recording] = spoken.recordings
  if (!recording) throw new Error('no recording')
  expect(recording.durationMs).toBeGreaterThan(1000)
  expect(await audible(recording)).toBeGreaterThan(8000)
  await Promise.all([asker.hangup(), talker.hangup()])

  const next = await dial('next')
  await next.press('9')
  expect((await next.ended).by).toBe('them')
  expect(pathOf(await traceOf('next', 8))).toEqual(steady(['ask matched:9']))
})
