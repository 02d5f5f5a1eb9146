import { expect, test } from 'vitest'
import { viewOf, viewWith } from './view'

const frame = { width: 600, height: 400 }
const card = { x: 0, y: 0, width: 200, height: 100 }

test('given a way that fits at a size that can be read, when it is shown, then it is in the middle as large as it fits', () => {
  const view = viewOf({ x: 100, y: 0, width: 650, height: 200 }, card, frame)
  expect(view.zoom).toBeCloseTo(0.8)
  expect(view.x + 100 * view.zoom).toBeCloseTo(40)
  expect(view.y + 100 * view.zoom).toBeCloseTo(200)
})

test('given a small way, when it is shown, then it is not blown up', () => {
  expect(viewOf(card, card, frame)).toEqual({ x: 200, y: 150, zoom: 1 })
})

test('given a way too long to be read at once, when it is shown, then it begins at the left with its first step', () => {
  const first = { x: -50, y: 900, width: 200, height: 100 }
  const view = viewOf({ x: -50, y: 0, width: 4000, height: 1000 }, first, frame)
  expect(view.zoom).toBe(0.6)
  expect(-50 * view.zoom + view.x).toBeCloseTo(40)
  expect(950 * view.zoom + view.y).toBeCloseTo(200)
})

test('given a card well inside the view, when it is looked at, then nothing moves', () => {
  expect(viewWith({ x: 100, y: 100, zoom: 1 }, card, frame)).toBeNull()
})

test('given a card outside the view, when it is looked at, then it comes to the middle and the zoom stays', () => {
  expect(viewWith({ x: 0, y: 0, zoom: 0.8 }, { ...card, x: 2000 }, frame)).toEqual({ x: 300 - 2100 * 0.8, y: 200 - 50 * 0.8, zoom: 0.8 })
})

test('given a view too small to be read, when a card is looked at, then the view comes nearer', () => {
  expect(viewWith({ x: 100, y: 100, zoom: 0.2 }, card, frame)?.zoom).toBe(0.6)
})
