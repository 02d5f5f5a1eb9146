import { describe, expect, it } from 'vitest'
import { openAt, openEmptyAt } from './opening-view'

const frame = { width: 1000, height: 640 }
const first = { x: 0, y: 0, width: 264, height: 180 }

describe('where a flow opens', () => {
  it('given an empty flow, then the entry and the question beside it are clear of the list on the left', () => {
    for (const width of [1056, 1280, 1920]) {
      const { x, zoom } = openEmptyAt({ x: 0, y: 0 }, { width, height: 640 })
      expect(zoom).toBe(1)
      expect(x).toBeGreaterThanOrEqual(276)
      expect(x + 264 + 96 + 320).toBeLessThanOrEqual(width)
    }
  })

  it('given a small flow, then it is shown in the middle at its own size', () => {
    const view = openAt({ x: 0, y: 0, width: 600, height: 180 }, first, frame)
    expect(view.zoom).toBe(1)
    expect(view.x).toBe((frame.width - 600) / 2)
  })

  it('given one that fits when it is made smaller, then all of it is shown', () => {
    const all = { x: -100, y: -200, width: 1200, height: 600 }
    const { x, y, zoom } = openAt(all, first, frame)
    expect(zoom).toBeLessThan(1)
    expect(all.x * zoom + x).toBeGreaterThanOrEqual(0)
    expect((all.x + all.width) * zoom + x).toBeLessThanOrEqual(frame.width)
    expect(all.y * zoom + y).toBeGreaterThanOrEqual(0)
    expect((all.y + all.height) * zoom + y).toBeLessThanOrEqual(frame.height)
  })

  it('given a large one, then it opens at its beginning, readable, with the first card in view', () => {
    const all = { x: -40, y: -2000, width: 6000, height: 4000 }
    const { x, y, zoom } = openAt(all, first, frame)
    expect(zoom).toBeGreaterThan(0.6)
    expect(all.x * zoom + x).toBeGreaterThan(0)
    expect(first.y * zoom + y).toBeGreaterThan(0)
    expect((first.y + first.height) * zoom + y).toBeLessThan(frame.height)
  })

  it('given a large one that begins at its upper edge, then nothing is left empty above it', () => {
    const all = { x: 0, y: 0, width: 6000, height: 4000 }
    const { y } = openAt(all, first, frame)
    expect(y).toBeLessThan(60)
  })
})
