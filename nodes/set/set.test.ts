import { describe, expect, test } from 'vitest'
import { runStep } from '../testing/run-step'

const variables = [
  { name: 'a', type: 'number' as const },
  { name: 'b', type: 'number' as const },
]
const set = (assignments: readonly object[]) => runStep('set', { assignments }, { variables, values: { a: 1, b: 2 } })

describe('set variables', () => {
  test('given two that name each other, then both see the values from before', async () => {
    const { result } = await set([
      { variable: 'a', value: 'flow.b' },
      { variable: 'b', value: 'flow.a' },
    ])
    expect(result).toEqual({ outcome: 'done', assign: { a: 2, b: 1 }, output: { a: 2, b: 1 } })
  })

  test('given one that fails, then none is set', async () => {
    const { result } = await set([
      { variable: 'a', value: '3' },
      { variable: 'b', value: 'flow.nothing' },
    ])
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'EXPRESSION_FAILED' } })
    expect(result.assign).toBeUndefined()
  })
})
