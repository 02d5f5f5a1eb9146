import { describe, expect, test } from 'vitest'
import type { NodeContext } from '@/engine/ports'
import { customFlow, House } from './testing/house'

const NUMBER = '4111222233334444'

/** The trace's input of a step that does `use`, while `balance` is 40 and `card` is masked. */
async function inputOf(use: (context: NodeContext) => Promise<unknown>) {
  const house = new House({
    nodes: {
      set: async (_config, { seal }) => ({ outcome: 'done', assign: { balance: 40, card: seal(NUMBER), empty: '' } }),
      use: async (_config, context) => {
        await use(context)
        return { outcome: 'done' }
      },
    },
  })
  const variables = [
    { name: 'balance', type: 'number' as const },
    { name: 'card', type: 'string' as const },
    { name: 'empty', type: 'string' as const },
  ]
  const flow = customFlow({ set: { done: 'use' }, use: { done: '$end' } })
  house.install('7000', { ...flow, scopes: { '': { flowId: 'f', version: null, variables } } })
  await house.open()
  const { callId } = house.call('7000')
  await house.clock.advance(20_000)
  const input = house.steps(callId)[1]?.input ?? null
  expect(input ?? '').not.toContain(NUMBER)
  return input === null ? null : JSON.parse(input)
}

const play =
  (...texts: string[]) =>
  (context: NodeContext) =>
    context.media.play(
      'p',
      texts.map((text) => ({ kind: 'text' as const, text })),
      { bargeIn: false },
    )

describe('the input of a step in the trace', () => {
  test('given it speaks, then the words, as they were said, and the variables in them', async () => {
    expect(await inputOf(play('Hello.', 'You have {{ flow.balance }}.', '{{ flow.empty }}'))).toEqual({
      said: ['Hello.', 'You have 40.'],
      variables: { balance: 40, empty: '' },
    })
  })

  test('given it decides, then the variables that it looked at', async () => {
    expect(await inputOf(async ({ evaluate }) => evaluate('flow.balance > 100.0'))).toEqual({ variables: { balance: 40 } })
  })

  test('given masked values are spoken, also in another shape, then none of it is kept', async () => {
    const input = await inputOf(async (context) => {
      await play('The card {{ flow.card.substring(0, 8) }}, {{ flow.card }}')(context)
      await context.media.play('q', [{ kind: 'value', value: 'flow.card', as: 'digits' }], { bargeIn: false })
    })
    expect(input).toEqual({ said: ['The card {{ flow.card.substring(0, 8) }}, {{ flow.card }}', '••••'], variables: { card: '••••' } })
  })

  test('given it notes what it worked with itself, then that', async () => {
    expect(await inputOf(async ({ evaluate, noteInput }) => [evaluate('flow.balance'), noteInput({ seconds: 2 })])).toEqual({ seconds: 2 })
  })

  test('given it works with nothing, then nothing', async () => {
    expect(await inputOf(async () => {})).toBeNull()
  })
})
