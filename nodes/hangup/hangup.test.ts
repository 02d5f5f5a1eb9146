import { describe, expect, test } from 'vitest'
import { runStep, text } from '../testing/run-step'

describe('hang up', () => {
  test('given last words, then they are said before the call ends', async () => {
    const { result, did } = await runStep('hangup', { prompts: [text('Goodbye.')] })
    expect(did).toEqual(['play', 'hangup'])
    expect(result).toEqual({ outcome: '$end' })
  })

  test('given none, then the call just ends', async () => {
    expect((await runStep('hangup', {})).did).toEqual(['hangup'])
  })

  test('given last words that cannot be spoken, then the call ends all the same and the trace tells why', async () => {
    const playback = { code: 'SPEECH_FAILED', message: 'no voice' } as const
    const { result, did, inputs } = await runStep('hangup', { prompts: [text('Goodbye.')] }, { playback })
    expect(did).toEqual(['play', 'hangup'])
    expect(result.outcome).toBe('$end')
    expect(inputs).toEqual([{ goodbye: 'SPEECH_FAILED' }])
  })
})
