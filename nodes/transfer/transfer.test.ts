import { describe, expect, test } from 'vitest'
import { gone } from '../testing/fake-context'
import { runStep } from '../testing/run-step'

const variables = [{ name: 'desk', type: 'string' as const }]
const transfer = (config: object, dials: Parameters<typeof runStep>[2] = { dials: ['answered'] }) =>
  runStep('transfer', config, { variables, values: { desk: '104' }, ...dials })

describe('transfer', () => {
  test.each(['answered', 'busy', 'no-answer', 'failed', 'hung-up'] as const)('given the end “%s”, then it is the exit', async (end) => {
    const { result } = await transfer({ target: '100' }, { dials: [end] })
    expect(result).toEqual({ outcome: end, output: { end, talkSeconds: end === 'answered' ? 12 : 0 } })
  })

  test.each([
    [
      { kind: 'extension', target: '{{ flow.desk }}' },
      { kind: 'extension', number: '104' },
    ],
    [
      { kind: 'number', target: '+44 (20) 7946-0000' },
      { kind: 'number', number: '+442079460000' },
    ],
    [
      { kind: 'uri', target: 'sip:help@pbx.example' },
      { kind: 'uri', uri: 'sip:help@pbx.example' },
    ],
  ])('given %j, then that is called', async (config, target) => {
    const { deeds } = await transfer({ ...config, ringSeconds: 9, callerId: '{{ call.to }}' })
    expect(deeds).toEqual([{ did: 'dial', target, options: { ringSeconds: 9, callerId: '7001' } }])
  })

  test.each([
    { kind: 'extension', target: '' },
    { kind: 'extension', target: '100@elsewhere' },
    { kind: 'number', target: '1 2 3\n4 & 5' },
    { kind: 'uri', target: 'http://pbx.example' },
    { kind: 'uri', target: 'sip:a@b c' },
  ])('given %j, then nobody is called', async (config) => {
    const { result, did } = await transfer(config)
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'DIAL_FAILED' } })
    expect(did).toEqual([])
  })

  test('given a target that cannot be worked out, or a caller who is gone, then it fails with the reason', async () => {
    expect((await transfer({ target: '{{ flow.nobody }}' })).result.error?.code).toBe('EXPRESSION_FAILED')
    expect((await transfer({ target: '100' }, { dials: [gone] })).result.error?.code).toBe('CALL_GONE')
  })
})
