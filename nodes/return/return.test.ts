import { expect, test } from 'vitest'
import { runStep } from '../testing/run-step'

test('given an exit of the module, then the step leaves by it', async () => {
  expect((await runStep('return', { outcome: 'done' })).result).toEqual({ outcome: 'done', output: { outcome: 'done' } })
})
