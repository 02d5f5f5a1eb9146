import { Duration } from '@marcbachmann/cel-js/evaluator'
import { type ExpressionFunction, form } from './form'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A time's parts on the wall clock of a zone (IANA name; '' = the machine's). */
export function wallClock(time: Date, zone: string) {
  const key = zone || 'local'
  let format = formats.get(key)
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone || undefined,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        weekday: 'short',
      })
    } catch {
      throw new RangeError(`“${zone.slice(0, 40)}” is not a time zone.`)
    }
    if (formats.size < 600) formats.set(key, format)
  }
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]))
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    year: read('year').padStart(4, '0'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
    weekday: read('weekday'),
  }
}

type Clock = ReturnType<typeof wallClock>
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function part(name: string, read: (clock: Clock) => number, en: string, zh: string, example: string): ExpressionFunction {
  return {
    name,
    method: true,
    forms: [
      form(['time'], 'number', (time) => read(wallClock(time, ''))),
      form(['time', 'text'], 'number', (time, zone) => read(wallClock(time, zone))),
    ],
    docs: { en, 'zh-CN': zh },
    example,
  }
}

function written(name: string, write: (clock: Clock) => string, en: string, zh: string, example: string): ExpressionFunction {
  return {
    name,
    method: true,
    forms: [
      form(['time'], 'text', (time) => write(wallClock(time, ''))),
      form(['time', 'text'], 'text', (time, zone) => write(wallClock(time, zone))),
    ],
    docs: { en, 'zh-CN': zh },
    example,
  }
}

function timeIn(text: string): Date {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text.trim())
  const time = new Date(iso ? text.trim() : Number.NaN)
  if (Number.isNaN(time.getTime())) throw new RangeError(`“${text.slice(0, 40)}” is not a time like 2026-01-31T09:30:00Z.`)
  return time
}

const units: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

function durationIn(text: string): Duration {
  if (!/^-?(\d+(\.\d+)?(ms|[dhms]))+$/.test(text)) throw new RangeError(`“${text.slice(0, 40)}” is not a duration like 1h30m.`)
  const ms = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0),
    0,
  )
  return Duration.fromMilliseconds(text.startsWith('-') ? -ms : ms)
}

/** `DDMMYY`, `YYYYMMDD` …: whether the digits are a day that exists. */
function isDate(text: string, layout: string): boolean {
  if (!/^(DD|MM|YYYY|YY)+$/.test(layout) || text.length !== layout.length || !/^\d+$/.test(text)) return false
  const read = (token: string) =>
    layout.includes(token) ? Number(text.slice(layout.indexOf(token), layout.indexOf(token) + token.length)) : undefined
  const year = read('YYYY') ?? (read('YY') === undefined ? 2000 : 2000 + (read('YY') ?? 0))
  const month = read('MM') ?? 1
  const day = read('DD') ?? 1
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export const timeFunctions: readonly ExpressionFunction[] = [
  part(
    'hour',
    (c) => Number(c.hour),
    'The hour, 0 to 23, here or in a time zone.',
    '小时（0 到 23），可指定时区。',
    'hour(now, "Europe/Berlin") < 17',
  ),
  part('minute', (c) => Number(c.minute), 'The minute, 0 to 59.', '分钟（0 到 59）。', 'minute(now)'),
  part(
    'weekday',
    (c) => weekdays.indexOf(c.weekday) + 1,
    'The day of the week: 1 is Monday, 7 is Sunday.',
    '星期几：1 为星期一，7 为星期日。',
    'weekday(now) <= 5',
  ),
  part('day', (c) => Number(c.day), 'The day of the month, 1 to 31.', '几号（1 到 31）。', 'day(now)'),
  part('month', (c) => Number(c.month), 'The month, 1 to 12.', '月份（1 到 12）。', 'month(now) == 12'),
  part('year', (c) => Number(c.year), 'The year.', '年份。', 'year(now)'),
  written(
    'date',
    (c) => `${c.year}-${c.month}-${c.day}`,
    'The date as text, 2026-01-31.',
    '日期文本，如 2026-01-31。',
    'date(now) == "2026-12-24"',
  ),
  written(
    'time',
    (c) => `${c.hour}:${c.minute}`,
    'The time of day as text, 09:30. It can be compared.',
    '时刻文本，如 09:30，可直接比较。',
    'time(now) >= "09:00" && time(now) < "17:30"',
  ),
  {
    name: 'timestamp',
    forms: [form(['text'], 'time', timeIn), form(['number'], 'time', (seconds) => new Date(seconds * 1000))],
    docs: { en: 'The time that a text says, or seconds since 1970.', 'zh-CN': '文本所表示的时间，或自 1970 年起的秒数。' },
    example: 'timestamp("2026-01-31T09:30:00Z") < now',
  },
  {
    name: 'duration',
    forms: [form(['text'], 'duration', durationIn)],
    docs: { en: 'A length of time like 90s, 1h30m or 2d.', 'zh-CN': '一段时长，如 90s、1h30m 或 2d。' },
    example: 'now + duration("2d")',
  },
  {
    name: 'seconds',
    forms: [form(['duration'], 'number', (length) => length.valueOf() / 1000)],
    docs: { en: 'A length of time in seconds.', 'zh-CN': '一段时长的秒数。' },
    example: 'seconds(now - call.startedAt) > 60',
  },
  {
    name: 'isDate',
    forms: [form(['text', 'text'], 'boolean', isDate)],
    docs: {
      en: 'Whether digits are a day that exists, in a layout like DDMMYYYY.',
      'zh-CN': '按 DDMMYYYY 之类的格式，判断数字是否为存在的日期。',
    },
    example: 'isDate(input, "DDMMYYYY")',
  },
]
