import { describe, expect, test } from 'vitest'
import { gone } from '../testing/fake-context'
import { runStep, text } from '../testing/run-step'

const config = {
  prompts: [text('Your number?')],
  variable: 'digits',
  minDigits: 2,
  maxDigits: 16,
  retries: 1,
  invalidPrompts: [text('That is not right.')],
  timeoutPrompts: [text('I heard nothing.')],
}
const collect = (more: object, digits: readonly (string | null | typeof gone)[]) =>
  runStep('collect', { ...config, ...more }, { variables: [{ name: 'digits', type: 'string' }], digits })

describe('collect', () => {
  test('given enough digits, then they are kept', async () => {
    const { result } = await collect({}, ['1234'])
    expect(result).toEqual({ outcome: 'collected', assign: { digits: '1234' }, output: { digits: '1234', tries: 1 } })
  })

  test('given too few, then it asks again, and leaves by “invalid” when the tries are used up', async () => {
    const run = await collect({}, ['1', '2'])
    expect(run.result).toEqual({ outcome: 'invalid', output: { digits: '2', tries: 2 } })
    expect(run.deeds[1]).toMatchObject({ request: { prompts: [text('That is not right.'), text('Your number?')] } })
  })

  test('given silence each time, then it leaves by “timeout”', async () => {
    const run = await collect({ repeatPrompts: false }, [null, null])
    expect(run.result).toEqual({ outcome: 'timeout', output: { tries: 2 } })
    expect(run.deeds[1]).toMatchObject({ request: { prompts: [text('I heard nothing.')] } })
  })

  test('given masked digits, then they are sealed and never shown', async () => {
    const { result, deeds } = await collect({ masked: true }, ['4321'])
    expect(result.assign?.digits).toHaveProperty('$sealed')
    expect(JSON.stringify([result.output, result.assign])).not.toContain('4321')
    expect(deeds).toMatchObject([{ request: { masked: true } }])
  })

  test.each([
    ['card', '4111111111111111', 'collected'],
    ['card', '4111111111111112', 'invalid'],
    ['date', '20240229', 'collected'],
    ['date', '20230229', 'invalid'],
  ])('given the format %s and %s, then it is %s', async (format, digits, outcome) => {
    expect((await collect({ format, retries: 0 }, [digits])).result.outcome).toBe(outcome)
  })

  test('given a rule of one’s own, then it sees the digits', async () => {
    const rule = { format: 'expression', valid: 'input.startsWith("7")', retries: 0 }
    expect((await collect(rule, ['70'])).result.outcome).toBe('collected')
    expect((await collect(rule, ['80'])).result.outcome).toBe('invalid')
  })

  test('given a rule that cannot be worked out, then it fails with the reason', async () => {
    const { result } = await collect({ format: 'expression', valid: 'input.nothing' }, ['70'])
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'EXPRESSION_FAILED' } })
  })

  test('given no key that ends the input, then none does', async () => {
    expect((await collect({ terminator: 'none' }, ['12'])).deeds).toMatchObject([{ request: { terminator: '' } }])
  })

  test('given a caller who is gone, then it fails with the reason', async () => {
    expect((await collect({}, [gone])).result).toMatchObject({ outcome: 'error', error: { code: 'CALL_GONE' } })
  })
})
