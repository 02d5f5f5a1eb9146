import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DoubledKeys } from './doubled-keys'

/** What is left of reports `[ms, key, how long]`. */
function keysOf(reports: readonly (readonly [number, string, number])[]): string {
  const keys = new DoubledKeys()
  return reports
    .filter(([at, digit, durationMs]) => !keys.repeats({ digit, at, durationMs }))
    .map(([, digit]) => digit)
    .join('')
}

describe('keys that Asterisk reports twice', () => {
  it('given a dialler’s short keys, as Asterisk 22 reported them, then each is taken once', () => {
    expect(
      keysOf([
        [0, '4', 40],
        [100, '4', 40],
        [200, '8', 40],
        [226, '8', 40],
        [300, '9', 40],
        [351, '9', 40],
        [400, '9', 40],
        [478, '9', 40],
        [500, '5', 40],
        [603, '5', 40],
        [603, '8', 40],
        [728, '8', 40],
        [728, '8', 40],
        [853, '8', 40],
        [854, '5', 40],
        [978, '5', 40],
        [979, '6', 40],
        [1104, '6', 40],
        [1104, '7', 40],
        [1229, '7', 40],
        [1229, '7', 40],
        [1354, '7', 40],
      ]),
    ).toBe('448995885677')
  })

  it('given keys of all lengths, as Asterisk 22 reported them, then each is taken once', () => {
    expect(
      keysOf([
        [0, '8', 300],
        [84, '4', 100],
        [443, '4', 300],
        [704, '0', 200],
        [789, '0', 200],
        [991, '0', 120],
        [1034, '0', 120],
        [1145, '3', 120],
        [1200, '3', 120],
        [1265, '4', 60],
        [1369, '4', 60],
        [1523, '4', 200],
        [1683, '2', 100],
        [1770, '2', 100],
        [1865, '1', 120],
        [1922, '1', 120],
        [1984, '8', 60],
        [2088, '8', 60],
        [2183, '9', 60],
        [2213, '9', 60],
      ]),
    ).toBe('844003442189')
  })

  it('given a network that holds packets back and then hands them over at once, then each key is taken once', () => {
    expect(
      keysOf([
        [0, '9', 80],
        [444, '9', 80],
        [444, '6', 80],
        [812, '6', 80],
        [812, '6', 80],
        [986, '6', 80],
        [986, '9', 80],
        [1128, '9', 80],
        [1128, '8', 80],
        [1290, '8', 80],
        [1290, '8', 80],
        [1415, '8', 80],
        [1428, '8', 80],
        [1648, '8', 80],
        [1648, '0', 80],
        [1793, '0', 80],
        [1793, '0', 80],
        [2200, '0', 80],
        [2200, '0', 80],
        [2388, '0', 80],
        [2388, '0', 80],
        [2519, '0', 80],
      ]),
    ).toBe('996698880000')
  })

  it('given a person who presses keys, the same one too, at a person’s pace, then none is lost', () => {
    const press = fc.record({
      digit: fc.constantFrom('1', '2'),
      durationMs: fc.integer({ min: 40, max: 400 }),
      gap: fc.integer({ min: 50, max: 2000 }),
    })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 20 }), (presses) => {
        const keys = new DoubledKeys()
        let at = 0
        for (const { digit, durationMs, gap } of presses) {
          at += gap + durationMs
          expect(keys.repeats({ digit, at, durationMs })).toBe(false)
        }
      }),
    )
  })
})
