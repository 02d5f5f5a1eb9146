import { describe, expect, test } from 'vitest'
import { gone } from '../testing/fake-context'
import { runStep } from '../testing/run-step'
import { definition } from './schema'

describe('the start step', () => {
  test('given the usual config, when a call comes in, then it is answered', async () => {
    const { result, did } = await runStep('entry', {})
    expect(result).toEqual({ outcome: 'start' })
    expect(did).toEqual(['answer'])
  })

  test('given that it must not answer, then the call goes on ringing', async () => {
    const { result, did } = await runStep('entry', { answer: false })
    expect(result).toEqual({ outcome: 'start' })
    expect(did).toEqual([])
  })

  test('given a caller who is gone, then it fails with the reason', async () => {
    const { result } = await runStep('entry', {}, { answering: gone })
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'CALL_GONE' } })
  })

  test('given a module, then the flow’s own handlers for hang-up and too many steps are not offered', () => {
    const ids = (kind: 'ivr' | 'module') => definition.outcomes(definition.defaults, { kind, modules: new Map() }).map(({ id }) => id)
    expect(ids('ivr')).toEqual(['start', 'hangup', 'too-many-steps', 'error'])
    expect(ids('module')).toEqual(['start', 'error'])
  })
})
