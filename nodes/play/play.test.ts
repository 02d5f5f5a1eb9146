import { describe, expect, test } from 'vitest'
import { gone } from '../testing/fake-context'
import { runStep, text } from '../testing/run-step'

describe('play', () => {
  test('given prompts, then they are played in order and may be interrupted where that is wanted', async () => {
    const prompts = [text('one'), { kind: 'sound', sound: 'two' }]
    const { result, deeds } = await runStep('play', { prompts, bargeIn: true })
    expect(deeds).toEqual([{ did: 'play', prompts, bargeIn: true }])
    expect(result).toEqual({ outcome: 'done', output: { played: 'played' } })
  })

  test('given prompts that cannot be played, then it fails with the reason', async () => {
    const { result } = await runStep('play', { prompts: [text('one')] }, { playback: gone })
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'CALL_GONE' } })
  })
})
