import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { openApi } from './support/api'
import { hum, Phone } from './support/caller'
import { flow, publishFlow, say } from './support/flows'
import { type HostileServer, openHostileServer } from './support/hostile-server'
import { untilIn } from './support/journal'
import { type Product, startProduct } from './support/product'
import { type Api, endedCalls, pathOf } from './support/traces'

const NUMBER = '7300'
const long = 'This is a long story. '.repeat(40)

let product: Product
let api: Api
let server: HostileServer
let party: Phone

test.beforeAll(async () => {
  test.setTimeout(600_000)
  product = await startProduct()
  api = await openApi(product)
  server = await openHostileServer()
  party = await Phone.open({ port: product.sipPort, name: 'party' })
  await api.settings.set.mutate({ allowedHosts: [server.host] })
  await publishFlow(product, document(), NUMBER)
})
test.afterAll(async () => {
  await party?.close()
  await server?.close()
  await product?.stop()
})

/** A menu whose keys lead to one step of each kind that takes time; the hang-up handler reports each call once. */
function document() {
  const transfer = { type: 'transfer', config: { kind: 'uri', target: `sip:party@127.0.0.1:${party.port}`, ringSeconds: 60 } }
  const steps = {
    collect: {
      type: 'collect',
      config: { prompts: say('Your number.'), variable: 'number', maxDigits: 12, firstDigitSeconds: 60, interDigitSeconds: 30 },
    },
    record: { type: 'record', config: { silenceSeconds: 0, maxSeconds: 120 } },
    play: { type: 'play', config: { prompts: say(long) } },
    ringing: transfer,
    talking: transfer,
    wait: { type: 'wait', config: { seconds: '60.0' } },
    http: { type: 'http', config: { url: `http://${server.host}/silent`, timeoutSeconds: 60 } },
  }
  const names = Object.keys(steps)
  return flow(
    'Hang up anywhere',
    {
      menu: {
        type: 'menu',
        config: { prompts: say('Where to?'), options: names.map((_, i) => ({ key: String(i + 1) })), timeoutSeconds: 60 },
        exits: Object.fromEntries(names.map((name, i) => [`matched:${i + 1}`, name])),
      },
      ...steps,
      report: { type: 'http', config: { url: `http://${server.host}/gone?from={{ call.from }}` }, exits: { success: 'bye' } },
      bye: { type: 'hangup' },
    },
    [{ name: 'number', type: 'string' }],
    { hangup: 'report' },
  )
}

/** Calls in, goes to that step by its key, and waits until it is there. */
async function callInto(step: string, key: string) {
  const phone = await Phone.open({ port: product.sipPort, name: step })
  const call = await phone.call(NUMBER)
  await call.answered
  await untilIn(product, { [step]: 'menu' })
  if (key) await call.press(key)
  await untilIn(product, { [step]: step })
  return { phone, call }
}

test('whatever step the caller hangs up in, the call ends as hung up, its trace is complete, and its hang-up handler runs once', async () => {
  const keys = { menu: '', collect: '1', record: '2', play: '3', wait: '6', http: '7' }
  const callers = await Promise.all(Object.entries(keys).map(([step, key]) => callInto(step, key)))
  callers[1]?.call.press('12')
  callers[2]?.call.speak(hum)

  const ringing = await callInto('ringing', '4')
  const rung = await party.nextCall(15_000)
  rung.ring()
  const talking = await callInto('talking', '5')
  const other = await party.nextCall(15_000)
  other.answer()
  await other.answered
  await sleep(2000)

  await Promise.all([...callers, ringing, talking].map(({ call }) => call.hangup()))
  // The other party is let go.
  expect([(await rung.ended).by, (await other.ended).by]).toEqual(['them', 'them'])
  await Promise.all([...callers, ringing, talking].map(({ phone }) => phone.close()))

  const traces = await endedCalls(api, NUMBER, 8)
  const handled = ['report success', 'bye $end']
  const way = (step: string, key: string, outcome = 'hangup') => [
    'start start',
    ...(key ? [`menu matched:${key}`] : []),
    `${step} ${outcome}`,
    ...handled,
  ]
  const found = traces.map((trace) => ({ step: trace.fromNumber, path: pathOf(trace), outcome: trace.outcome, errorCode: trace.errorCode }))
  const expected = [
    ...Object.entries(keys).map(([step, key]) => ({ step, path: way(step, key), outcome: 'hung-up', errorCode: null })),
    { step: 'ringing', path: way('ringing', '4', 'hung-up'), outcome: 'hung-up', errorCode: null },
    { step: 'talking', path: way('talking', '5', 'hung-up'), outcome: 'transferred', errorCode: null },
  ]
  const byStep = <T extends { readonly step: string }>(list: readonly T[]) => [...list].sort((a, b) => a.step.localeCompare(b.step))
  expect(byStep(found)).toEqual(byStep(expected))
  for (const { sessions } of traces) for (const { leftAt } of sessions[0]?.steps ?? []) expect(leftAt).not.toBeNull()
  const gone = server.asked.filter((url) => url.startsWith('/gone')).map((url) => url.split('=')[1])
  expect(gone.sort()).toEqual(expected.map(({ step }) => step).sort())

  const recorded = traces.find(({ fromNumber }) => fromNumber === 'record')
  expect(recorded?.recordings).toEqual([expect.objectContaining({ nodePath: 'record' })])
  expect(recorded?.recordings[0]?.durationMs).toBeGreaterThan(1000)
})
