import { describe, expect, test } from 'vitest'
import { runStep } from '../testing/run-step'
import { definition } from './schema'

describe('run module', () => {
  test('given inputs, then they are worked out in the caller’s variables', async () => {
    const inputs = [
      { name: 'topic', value: 'flow.name + "!"' },
      { name: 'count', value: '2' },
    ]
    const run = await runStep(
      'run-module',
      { module: 'm', inputs },
      { variables: [{ name: 'name', type: 'string' }], values: { name: 'Ann' } },
    )
    expect(run.result).toEqual({ outcome: 'entered', assign: { topic: 'Ann!', count: 2 } })
    expect(run.inputs).toEqual([{ topic: 'Ann!', count: 2 }])
  })

  test('given an input that fails, then the module does not start', async () => {
    const { result } = await runStep('run-module', { module: 'm', inputs: [{ name: 'x', value: 'flow.lost' }] })
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'EXPRESSION_FAILED' } })
  })

  test('given a published module, then its exits are the step’s', () => {
    const outcomes = [
      { id: 'yes', label: 'Yes' },
      { id: 'error', label: 'Error' },
    ]
    const modules = new Map([['m', { flowId: 'm', name: 'M', inputs: [], outputs: [], outcomes }]])
    const config = { ...definition.defaults, module: 'm' }
    expect(definition.outcomes(config, { modules })).toEqual([
      { id: 'yes', role: 'branch', label: 'Yes' },
      { id: 'error', role: 'error' },
    ])
  })

  test('given a module, then the card names it; one that is gone is called unknown; until they are known, nothing is said', () => {
    const modules = new Map([['m', { flowId: 'm', name: 'Opening hours', inputs: [], outputs: [], outcomes: [] }]])
    const first = (module: string, context?: { modules: typeof modules }) =>
      definition.summary({ ...definition.defaults, module }, context)[0]
    expect(first('m', { modules })).toEqual({ kind: 'fact', key: 'runs', params: { name: 'Opening hours' } })
    expect(first('gone', { modules })).toEqual({ kind: 'fact', key: 'unknown' })
    expect(first('m')).toBeUndefined()
    expect(first('', { modules })).toEqual({ kind: 'fact', key: 'none' })
  })
})
