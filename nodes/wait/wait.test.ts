import { describe, expect, test } from 'vitest'
import { runStep } from '../testing/run-step'

const pause = (seconds: string) => runStep('wait', { seconds }, { variables: [{ name: 'any', type: 'json' }], values: { any: 'x' } })

describe('wait', () => {
  test.each([
    ['2 + 3', 5000],
    ['0 - 5', 0],
    ['1000000', 86_400_000],
  ])('given %s, then it waits %i ms', async (seconds, ms) => {
    const { result, deeds } = await pause(seconds)
    expect(result).toEqual({ outcome: 'done' })
    expect(deeds).toEqual([{ did: 'sleep', ms }])
  })

  test.each(['flow.any', '1 / 0', 'nothing'])('given %s, then it does not wait but fails', async (seconds) => {
    const { result, did } = await pause(seconds)
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'EXPRESSION_FAILED' } })
    expect(did).toEqual([])
  })
})
