import { describe, expect, it } from 'vitest'
import { loudness } from './level'

describe('loudness', () => {
  it('given silence, then nothing', () => {
    expect(loudness(new Float32Array(512))).toBe(0)
    expect(loudness([])).toBe(0)
  })

  it('given full scale, then everything; given speech in between, then in between', () => {
    expect(loudness(new Float32Array(512).fill(1))).toBe(1)
    const speech = loudness(new Float32Array(512).fill(0.05))
    expect(speech).toBeGreaterThan(0.4)
    expect(speech).toBeLessThan(0.8)
  })
})
