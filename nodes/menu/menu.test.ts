import { describe, expect, test } from 'vitest'
import { gone } from '../testing/fake-context'
import { runStep, text } from '../testing/run-step'

const config = {
  prompts: [text('Press one or two.')],
  options: [{ key: '1' }, { key: '2', label: 'Hours' }],
  timeoutPrompts: [text('I heard nothing.')],
  noMatchPrompts: [text('Not that one.')],
  timeoutRetries: 1,
  noMatchRetries: 1,
}

const asked = ({ deeds }: Awaited<ReturnType<typeof runStep>>) =>
  deeds.flatMap((deed) =>
    deed.did === 'gather' ? [deed.request.prompts.map((prompt) => (prompt.kind === 'text' ? prompt.text : ''))] : [],
  )

describe('menu', () => {
  test('given a listed key, then its way is taken at once', async () => {
    const run = await runStep('menu', config, { digits: ['2'] })
    expect(run.result).toEqual({ outcome: 'matched:2', output: { key: '2', tries: 1 } })
    expect(asked(run)).toEqual([['Press one or two.']])
  })

  test('given silence and then a key, then it asks again with the words for silence first', async () => {
    const run = await runStep('menu', config, { digits: [null, '1'] })
    expect(run.result).toMatchObject({ outcome: 'matched:1', output: { tries: 2 } })
    expect(asked(run)[1]).toEqual(['I heard nothing.', 'Press one or two.'])
  })

  test('given wrong keys and silence, then each is counted by itself', async () => {
    expect((await runStep('menu', config, { digits: ['9', null, '9'] })).result.outcome).toBe('no-match')
    expect((await runStep('menu', config, { digits: [null, '9', null] })).result.outcome).toBe('timeout')
  })

  test('given no tries left over, then the first miss decides', async () => {
    const once = { ...config, timeoutRetries: 0, noMatchRetries: 0 }
    expect((await runStep('menu', once, { digits: [null] })).result.outcome).toBe('timeout')
    expect((await runStep('menu', once, { digits: ['#'] })).result).toEqual({ outcome: 'no-match', output: { key: '#', tries: 1 } })
  })

  test('given that the question is not repeated, then only the words for the miss are said', async () => {
    const run = await runStep('menu', { ...config, repeatPrompts: false }, { digits: ['9', '1'] })
    expect(asked(run)[1]).toEqual(['Not that one.'])
  })

  test('given a variable, then the key is kept in it', async () => {
    const variables = [{ name: 'choice', type: 'string' as const }]
    const { result } = await runStep('menu', { ...config, variable: 'choice' }, { variables, digits: ['1'] })
    expect(result.assign).toEqual({ choice: '1' })
  })

  test('given the star and the hash as keys, then they are keys, not the end of the input', async () => {
    const run = await runStep('menu', { ...config, options: [{ key: '#' }] }, { digits: ['#'] })
    expect(run.result.outcome).toBe('matched:#')
    expect(run.deeds).toMatchObject([{ request: { terminator: '', maxDigits: 1, timeoutMs: 5000 } }])
  })

  test('given a caller who is gone, then it fails with the reason', async () => {
    expect((await runStep('menu', config, { digits: [gone] })).result).toMatchObject({ outcome: 'error', error: { code: 'CALL_GONE' } })
  })
})
