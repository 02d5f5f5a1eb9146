import { expect, test } from 'vitest'
import { Absence } from './absence'

/** What is said each second of an engine that is there (`+`) or not (`-`). */
function seconds(story: string): string {
  const absence = new Absence()
  return [...story].map((there) => (absence.note(there === '+', 1000) ? '!' : '.')).join('')
}

const steady = '+'.repeat(20)

test.each([
  ['restarts in two seconds', `${steady}--${steady}`],
  ['restarts again and again, as after kill -9', `${steady}--+--+--++++--${steady}`],
  ['is back in the last moment', `${steady}${'-'.repeat(14)}${steady}`],
  ['was not up yet', `-----${steady}`],
])('given an engine that %s, then its calls wait for it', (_what, story) => {
  expect(seconds(story)).toBe('.'.repeat(story.length))
})

test('given an engine that is gone for good, then its calls are given up after fifteen seconds, and those that come later too', () => {
  expect(seconds(`${steady}${'-'.repeat(20)}`)).toBe(`${'.'.repeat(20 + 14)}!!!!!!`)
})

test('given an engine that keeps ending a moment after its start, then its calls are given up in one of the pauses', () => {
  expect(seconds(`${steady}-+--+----+--------+----------+`)).toBe(`${'.'.repeat(20 + 14)}!!!!.....!!!!!!.`)
})

test('given it came back after its calls were given up, then new calls wait for it as before', () => {
  const story = `${'-'.repeat(20)}${steady}----------`
  expect(seconds(story).slice(20)).toBe('.'.repeat(30))
})

test('given the machine slept, then that does not count', () => {
  const absence = new Absence()
  for (let i = 0; i < 20; i++) absence.note(true, 1000)
  expect(absence.note(false, 8 * 3_600_000)).toBe(false)
  expect(absence.note(true, 1000)).toBe(false)
})
