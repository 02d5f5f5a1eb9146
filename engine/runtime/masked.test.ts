import { expect, test } from 'vitest'
import { ok } from '@/engine/errors'
import type { Json, NodeResult } from '@/engine/flow'
import type { NodeContext } from '@/engine/ports'
import { customFlow, House } from './testing/house'

const CARD = '4111222233334444'
const variables = ['card', 'last', 'plain'].map((name) => ({ name, type: 'string' as const }))

/** A flow whose first step reads a card number, masked, and whose second one uses it. */
async function withCard(use: (context: NodeContext) => Promise<NodeResult>) {
  const house = new House({
    http: async () => ok({ status: 200, headers: {}, body: 'ok' }),
    secrets: { crm: 'top-secret-token' },
    nodes: {
      read: async (_config, { media, seal }) => {
        const heard = await media.gather('g', {
          prompts: [],
          bargeIn: true,
          maxDigits: 16,
          terminator: '#',
          timeoutMs: 5000,
          interDigitMs: 3000,
          masked: true,
        })
        const digits = heard.ok && heard.value.kind === 'digits' ? heard.value.digits : ''
        return { outcome: 'done', assign: { card: seal(digits) }, output: { digits: seal(digits), shown: digits } }
      },
      use: async (_config, context) => use(context),
    },
  })
  const flow = customFlow({ read: { done: 'use' }, use: { done: '$end' } })
  house.install('7000', { ...flow, scopes: { '': { flowId: 'f', version: null, variables } } })
  const written: string[] = []
  house.events.push = (...events) => written.push(JSON.stringify(events))
  await house.open()
  const caller = house.call('7000')
  await house.clock.advance(10)
  caller.press(CARD)
  await house.clock.advance(10)
  const { interactions, sessions, steps, memos } = house.tables
  const stored = JSON.stringify([interactions, sessions, steps, memos].map((rows) => [...rows.values()])) + written.join()
  return { house, caller, stored, step: house.steps(caller.callId)[1], clock: house.clock }
}

test('given a masked input, then neither snapshot nor trace nor memo holds it, though expressions can use it', async () => {
  let seen: Json = null
  const { stored, step, house, caller } = await withCard(async ({ evaluate, render, sleep, noteInput }) => {
    const tail = evaluate('flow.card.substring(12)')
    const whole = render('Card {{ flow.card }}')
    seen = [tail.ok ? tail.value : tail.error.message, whole.ok ? whole.value : whole.error.message]
    noteInput({ sent: `number=${CARD}`, list: [CARD] })
    await sleep('s', 60_000)
    return { outcome: 'done' }
  })
  expect(seen).toMatchObject([{ $sealed: expect.any(String) }, `Card ${CARD}`])
  expect(stored).not.toContain(CARD)
  expect(JSON.parse(house.steps(caller.callId)[0]?.output ?? '')).toEqual({ digits: '••••', shown: '••••' })
  expect(step?.leftAt).toBeNull()
})

test('given a value that depends on a masked one, then it stays masked in other variables and in errors', async () => {
  const { stored, step } = await withCard(async ({ evaluate, noteInput }) => {
    const last = evaluate('flow.card + "!"')
    const plain = evaluate('flow.plain + "!"')
    const bad = evaluate('[1][flow.card.size()]')
    noteInput({ number: CARD, masked: last.ok ? last.value : null })
    return {
      outcome: 'done',
      assign: { last: last.ok ? last.value : '', plain: plain.ok ? plain.value : '' },
      error: { code: 'EXPRESSION_FAILED', message: `${CARD} ${bad.ok ? '' : bad.error.message}` },
    }
  })
  expect(stored).not.toContain(CARD)
  expect(JSON.parse(step?.input ?? '')).toEqual({ number: '••••', masked: '••••' })
  expect(step?.errorMessage).toBe('•••• The expression failed on a masked value.')
})

test('given a secret that a step uses, then the trace hides it', async () => {
  const { stored, step } = await withCard(async ({ secrets, noteInput }) => {
    const token = await secrets.reveal('crm')
    noteInput({ headers: { authorization: `Bearer ${token.ok ? token.value : ''}` } })
    return { outcome: 'done', output: { echoed: 'top-secret-token' } }
  })
  expect(stored).not.toContain('top-secret-token')
  expect(JSON.parse(step?.input ?? '')).toEqual({ headers: { authorization: 'Bearer ••••' } })
})

test('given a secret written in another form, then the trace hides that form, too', async () => {
  const { stored } = await withCard(async ({ hide }) => {
    hide('top%2Dsecret')
    return { outcome: 'done', output: { echoed: '/q?key=top%2Dsecret' } }
  })
  expect(stored).not.toContain('top%2Dsecret')
})

test('given a masked value written in another form, then the trace hides that form, too', async () => {
  const { step } = await withCard(async ({ render, noteInput }) => {
    const sent = render('n={{ flow.card }}', (value) => [...String(value)].join('%20'))
    noteInput({ body: sent.ok ? sent.value : '' })
    return { outcome: 'done' }
  })
  expect(JSON.parse(step?.input ?? '')).toEqual({ body: 'n=••••' })
})
