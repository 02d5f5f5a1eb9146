/**
 * Asterisk's `2025-03-17T08:32:35.709-0600` as milliseconds since the epoch; NaN for anything else.
 * Read by position: a third of `Date.parse`'s time, and that one may refuse an offset without a colon.
 */
export function parseTimestamp(text: string): number {
  if (text.length !== 28 || text[10] !== 'T') return Date.parse(text)
  const number = (from: number, to: number) => Number(text.slice(from, to))
  const utc = Date.UTC(number(0, 4), number(5, 7) - 1, number(8, 10), number(11, 13), number(14, 16), number(17, 19), number(20, 23))
  const offset = number(24, 26) * 60 + number(26, 28)
  return utc - (text[23] === '-' ? -offset : offset) * 60_000
}
