import { describe, expect, it } from 'vitest'
import { edgePath, rounded } from './edge-path'

const card = (x: number, y: number) => ({ x, y, width: 264, height: 140 })

describe('the line of an edge', () => {
  it('given a target to the right, then it is one curve from dot to port', () => {
    const { d } = edgePath({ sourceX: 264, sourceY: 60, targetX: 400, targetY: 22 })
    expect(d).toMatch(/^M259,60 C/)
    expect(d).toMatch(/402,22$/)
  })

  it('given a target to the left in the same row, then it runs back below both cards', () => {
    const { labelY } = edgePath({ sourceX: 864, sourceY: 60, targetX: 0, targetY: 22 }, card(600, 0), card(0, 40))
    expect(labelY).toBeGreaterThan(180)
  })

  it('given a target to the left and far above, then it runs back between the cards', () => {
    const { labelY } = edgePath({ sourceX: 864, sourceY: 560, targetX: 0, targetY: 22 }, card(600, 500), card(0, 0))
    expect(labelY).toBe(320)
  })

  it('given corners nearer than their radius, then they are rounded less, not beyond the points', () => {
    const d = rounded([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 4 },
    ])
    expect(d).toBe('M0 0 L8 0 Q10 0 10 2 L10 4')
  })
})
