import { describe, expect, test } from 'vitest'
import { runStep } from '../testing/run-step'

const variables = [{ name: 'count', type: 'number' as const }]
const branches = [
  { id: 'few', label: 'Few', when: 'flow.count < 3' },
  { id: 'some', when: 'flow.count < 9' },
]
const decide = (count: number, given = branches) => runStep('condition', { branches: given }, { variables, values: { count } })

describe('condition', () => {
  test.each([
    [1, 'branch:few'],
    [5, 'branch:some'],
    [9, 'else'],
  ])('given %i, then the first branch that is true is taken: %s', async (count, outcome) => {
    expect((await decide(count)).result.outcome).toBe(outcome)
  })

  test('given a branch, then the trace shows its name, or what it says', async () => {
    expect((await decide(1)).result.output).toEqual({ branch: 'Few' })
    expect((await decide(5)).result.output).toEqual({ branch: 'flow.count < 9' })
  })

  test('given an expression that fails, then it is an error, not the next branch', async () => {
    const { result } = await decide(1, [{ id: 'bad', when: 'flow.missing' }, ...branches])
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'EXPRESSION_FAILED' } })
  })
})
