/** How Prisma stores a time in SQLite: `2026-01-31T09:30:00.000+00:00`. */
export function sqliteTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}+00:00`
}

/** `sqliteTime` or null. */
export function sqliteTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : sqliteTime(ms)
}

/** A stored time back in milliseconds; Prisma's default is text, raw SQL may have left a number. */
export function fromSqliteTime(value: string | number): number {
  return typeof value === 'number' ? value : Date.parse(value.includes('T') ? value : `${value.replace(' ', 'T')}Z`)
}
