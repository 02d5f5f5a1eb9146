import type { Json } from '@/engine/flow'

/** A point in time; `zone` is UTC where the value is a day or a time of day alone, else this machine's is told. */
export interface Moment {
  readonly time: Date
  readonly zone: 'UTC' | undefined
  /** What the value says; half of it must not be made up. */
  readonly says: 'day' | 'clock' | 'both'
}

/** Smaller numbers are no milliseconds that anybody tells: 1973 and before. */
const FIRST_MS = 1e11
const LAST_MS = 8.64e15

/**
 * `2026-01-31`, `20260131` (as callers key it in), `09:30`, `0930`, an ISO 8601 time, or milliseconds since 1970; undefined
 * for anything else, and for days that there are not.
 */
export function momentOf(value: Json): Moment | undefined {
  if (typeof value === 'number' && value >= FIRST_MS && value <= LAST_MS) return { time: new Date(value), zone: undefined, says: 'both' }
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? /^([01]\d|2[0-3])([0-5]\d)$/.exec(text)
  if (clock) return { time: new Date(Date.UTC(2000, 0, 1, Number(clock[1]), Number(clock[2]))), zone: 'UTC', says: 'clock' }
  if (NAMED.test(text)) return namedMoment(text)
  const day = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ](.+))?$/.exec(padded(text))
  if (!day) return undefined
  const [year = 0, month = 0, date = 0] = [day[1], day[3], day[4]].map(Number)
  const midnight = new Date(Date.UTC(year, month - 1, date))
  if (midnight.getUTCFullYear() !== year || midnight.getUTCMonth() + 1 !== month || midnight.getUTCDate() !== date) return undefined
  if (day[5] === undefined) return { time: midnight, zone: 'UTC', says: 'day' }
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?| ?(UTC|GMT))?$/i.test(day[5])) return undefined
  const time = new Date(isoOf(`${day[1]}-${day[3]}-${day[4]}`, day[5]))
  return Number.isNaN(time.getTime()) ? undefined : { time, zone: undefined, says: 'both' }
}

/** `January 31, 2026`, `Sat, 31 Jan 2026 09:30:00 GMT`, as many a server tells the time. */
const NAMED = /^(?=.*\b\d{4}\b)(?=.*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)[a-z\d ,:.+()/-]+$/i

function namedMoment(text: string): Moment | undefined {
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) return undefined
  return { time, zone: undefined, says: /\d:\d/.test(text) ? 'both' : 'day' }
}

/** `2026-1-5` → `2026-01-05`. */
function padded(text: string): string {
  return text.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ])/, (_, year, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )
}

/** As `Date` reads it: `.` before fractions, `+02:00` for `+02` and `+0200`. */
function isoOf(day: string, rest: string): string {
  const time = rest
    .toUpperCase()
    .replace(',', '.')
    .replace(/ ?(UTC|GMT)$/, 'Z')
  return `${day}T${time.replace(/([+-]\d{2}):?(\d{2})?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`)}`
}
