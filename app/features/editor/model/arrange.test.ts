import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, alignments, distribute } from './arrange'
import type { Box } from './geometry'

const boxes = new Map<string, Box>([
  ['a', { x: 0, y: 0, width: 100, height: 50 }],
  ['b', { x: 300, y: 40, width: 200, height: 100 }],
  ['c', { x: 120, y: 200, width: 100, height: 50 }],
])

describe('align and distribute', () => {
  it('given boxes aligned left or middle, then they share that line', () => {
    expect([...align(boxes, 'left').values()].map((p) => p.x)).toEqual([0, 0, 0])
    expect([...align(boxes, 'middle')].map(([id, p]) => p.y + (boxes.get(id)?.height ?? 0) / 2)).toEqual([125, 125, 125])
  })

  it('given three boxes distributed, then the gaps are equal and the outermost stay', () => {
    const places = distribute(boxes, 'horizontal')
    expect(places.get('a')?.x).toBe(0)
    expect(places.get('c')?.x).toBe(150)
    expect(places.get('b')?.x).toBe(300)
  })

  it('given any boxes, when aligned twice, then the second time nothing moves', () => {
    const box = fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
      width: fc.constantFrom(100, 264),
      height: fc.constantFrom(80, 136),
    })
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), fc.constantFrom(...alignments), (list, to) => {
        const named = new Map(list.map((b, i) => [`${i}`, b]))
        const once = align(named, to)
        const moved = new Map([...named].map(([id, b]) => [id, { ...b, ...once.get(id) }]))
        expect(align(moved, to)).toEqual(once)
      }),
    )
  })
})
