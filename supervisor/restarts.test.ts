import { expect, test } from 'vitest'
import { Restarts } from './restarts'

test('given a program that keeps ending, then it waits longer and longer, up to ten seconds; after a long life not at all', () => {
  const restarts = new Restarts()
  expect([100, 100, 100, 100, 100, 100, 100].map((life) => restarts.pauseAfter(life))).toEqual([0, 1000, 2000, 4000, 8000, 10_000, 10_000])
  expect(restarts.pauseAfter(3_600_000)).toBe(0)
  expect(restarts.pauseAfter(100)).toBe(0)
})
