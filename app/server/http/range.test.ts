import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRange } from './range'

describe('Range', () => {
  it.each([
    [null, 'whole'],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['bytes=-', 'whole'],
    ['items=0-1', 'whole'],
  ])('%j of 100 bytes is %j', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected)
  })

  it('never leaves the file, whatever is asked', () => {
    const asked = fc.oneof(
      fc.string(),
      fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())).map(([a, b]) => `bytes=${a ?? ''}-${b ?? ''}`),
      fc.bigInt({ min: 0n, max: 10n ** 40n }).map((n) => `bytes=${n}-`),
    )
    fc.assert(
      fc.property(asked, fc.nat(), (header, size) => {
        const range = parseRange(header, size)
        if (typeof range === 'string') return
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeGreaterThanOrEqual(range.start)
        expect(range.end).toBeLessThan(size)
      }),
    )
  })
})
