/** How Prisma stores a time in SQLite: `2026-01-31T09:30:00.000+00:00`. */
export function sqliteTime(ms: number): string {
  const second = Math.floor(ms / 1000)
  let text = seconds.get(second)
  if (text === undefined) {
    if (seconds.size >= MOST_SECONDS) seconds.clear()
    text = new Date(second * 1000).toISOString().slice(0, 20)
    seconds.set(second, text)
  }
  return `${text}${String(Math.floor(ms) - second * 1000).padStart(3, '0')}+00:00`
}

/** Formatting a date is slow, and most times written are of the last few seconds. */
const seconds = new Map<number, string>()
const MOST_SECONDS = 1000

/** `sqliteTime` or null. */
export function sqliteTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : sqliteTime(ms)
}

/** A stored time back in milliseconds; Prisma's default is text, raw SQL may have left a number. */
export function fromSqliteTime(value: string | number): number {
  return typeof value === 'number' ? value : Date.parse(value.includes('T') ? value : `${value.replace(' ', 'T')}Z`)
}
