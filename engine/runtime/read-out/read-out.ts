import { fail, ok, type Result } from '@/engine/errors'
import type { Json, ReadAs } from '@/engine/flow'
import { momentOf } from './moment'
import { chineseWhole, digitWords, englishWhole } from './number-words'

export interface ReadOptions {
  readonly as: ReadAs
  /** ISO 4217; US dollars where absent. */
  readonly currency?: string
  /** BCP 47. English and Mandarin are written out in words, other languages as their voices read figures. */
  readonly language: string
}

/** A language whose figures are those that every voice knows. */
function inFigures(language: string): string {
  return `${language}-u-nu-latn`
}

type Tongue = 'en' | 'zh' | 'other'

/**
 * The words for a value: `readOut(1204, { as: 'number', language: 'en' })` → `one thousand two hundred four`.
 * `VALUE_NOT_SPEAKABLE` where the value is nothing of that kind. Voices alone would read 1204 as a year.
 */
export function readOut(value: Json, options: ReadOptions): Result<string> {
  try {
    return read(value, options)
  } catch (error) {
    // A language or currency that there is not.
    if (error instanceof RangeError) return notSpeakable(options.as)
    throw error
  }
}

function read(value: Json, options: ReadOptions): Result<string> {
  const tongue = tongueOf(options.language)
  const language = tongue === 'other' ? inFigures(options.language) : options.language
  switch (options.as) {
    case 'text':
      return typeof value === 'object' && value !== null ? notSpeakable(options.as) : ok(value === null ? '' : String(value))
    case 'digits':
      return readDigits(value, tongue)
    case 'number':
      return withNumber(value, 'number', (number) => numberWords(number, tongue, language))
    case 'money':
      return withNumber(value, 'money', (number) => moneyWords(number, options.currency ?? 'USD', tongue, language))
    case 'date':
      return withTime(value, options, (time, zone) => dateWords(time, zone, tongue, language))
    case 'time':
      return withTime(value, options, (time, zone) => timeWords(time, zone, tongue, language))
  }
}

function tongueOf(language: string): Tongue {
  const primary = language.toLowerCase().split('-')[0]
  return primary === 'en' ? 'en' : primary === 'zh' || primary === 'cmn' ? 'zh' : 'other'
}

function notSpeakable(as: ReadAs): Result<never> {
  return fail('VALUE_NOT_SPEAKABLE', `The value cannot be read as ${as}.`, { as })
}

/** `+1 555-0100` → one digit after another, in groups as they stand; letters are spelt. */
function readDigits(value: Json, tongue: Tongue): Result<string> {
  // A sign or a decimal point is no digit: without it the number would be another one.
  if (typeof value === 'number' ? !Number.isSafeInteger(value) || value < 0 : typeof value !== 'string') return notSpeakable('digits')
  const groups =
    String(value)
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  if (groups.length === 0) return notSpeakable('digits')
  const spelt = groups.map((group) =>
    /^\d+$/.test(group) && tongue !== 'other' ? digitWords(group, tongue === 'zh') : [...group].join(' '),
  )
  // The comma is a short pause.
  return ok(spelt.join(tongue === 'zh' ? '，' : ', '))
}

/** What there are words for; with hundredths, what a number can still tell apart. */
const MOST = { number: 999_999_999_999_999, money: 9_999_999_999_999 } as const

function withNumber(value: Json, as: keyof typeof MOST, say: (value: number) => string): Result<string> {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : Number.NaN
  return Number.isFinite(number) && Math.abs(number) <= MOST[as] ? ok(say(number)) : notSpeakable(as)
}

function numberWords(value: number, tongue: Tongue, language: string): string {
  if (tongue === 'other') return new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: false }).format(value)
  const said = plain(Math.abs(value))
  const [whole = '0', fraction] = said.split('.')
  const chinese = tongue === 'zh'
  const head = chinese ? chineseWhole(Number(whole)) : englishWhole(Number(whole))
  const tail = fraction ? (chinese ? `点${digitWords(fraction, true)}` : ` point ${digitWords(fraction, false)}`) : ''
  return (value < 0 && said !== '0' ? (chinese ? '负' : 'minus ') : '') + head + tail
}

/** Without exponent; at most six decimals, no zeros at the end. */
function plain(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '')
}

const CENTS: Readonly<Record<string, readonly [string, string]>> = {
  USD: ['cent', 'cents'],
  EUR: ['cent', 'cents'],
  AUD: ['cent', 'cents'],
  CAD: ['cent', 'cents'],
  GBP: ['penny', 'pence'],
}

function moneyWords(amount: number, code: string, tongue: Tongue, language: string): string {
  const currency = code.toUpperCase()
  // Yen and others have no hundredths.
  const value = hasParts(currency) ? amount : Math.round(amount)
  if (tongue === 'other')
    return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name', useGrouping: false }).format(value)
  const hundredths = Math.round(Math.abs(value) * 100)
  const [units, rest] = [Math.floor(hundredths / 100), hundredths % 100]
  const minus = value < 0 && hundredths > 0 ? (tongue === 'zh' ? '负' : 'minus ') : ''
  if (tongue === 'zh')
    return (
      minus + (currency === 'CNY' ? yuan(units, rest) : numberWords(hundredths / 100, 'zh', language) + currencyName(currency, 2, 'zh-CN'))
    )
  const main = `${englishWhole(units)} ${currencyName(currency, units, 'en')}`
  if (rest === 0) return minus + main
  const [one, many] = CENTS[currency] ?? ['hundredth', 'hundredths']
  return `${minus}${main} and ${englishWhole(rest)} ${rest === 1 ? one : many}`
}

/** `12.05` → `十二元零五分`. */
function yuan(units: number, rest: number): string {
  const [jiao, fen] = [Math.floor(rest / 10), rest % 10]
  const main = units > 0 || rest === 0 ? `${chineseWhole(units)}元` : ''
  const tenths = jiao > 0 ? `${chineseWhole(jiao)}角` : fen > 0 && main !== '' ? '零' : ''
  return main + tenths + (fen > 0 ? `${chineseWhole(fen)}分` : '')
}

function hasParts(currency: string): boolean {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits !== 0
}

function currencyName(currency: string, count: number, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 0 })
  return format.formatToParts(count).find(({ type }) => type === 'currency')?.value ?? currency
}

function withTime(value: Json, { as }: ReadOptions, say: (time: Date, zone: string | undefined) => string): Result<string> {
  const moment = momentOf(value)
  if (!moment || moment.says === (as === 'date' ? 'clock' : 'day')) return notSpeakable(as)
  return ok(say(moment.time, moment.zone))
}

function dateWords(time: Date, timeZone: string | undefined, tongue: Tongue, language: string): string {
  if (tongue !== 'zh') return new Intl.DateTimeFormat(tongue === 'en' ? 'en-US' : language, { dateStyle: 'full', timeZone }).format(time)
  const parts = new Intl.DateTimeFormat('zh-CN', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'long',
    timeZone,
  }).formatToParts(time)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? ''
  return `${digitWords(part('year'), true)}年${chineseWhole(Number(part('month')))}月${chineseWhole(Number(part('day')))}日，${part('weekday')}`
}

function timeWords(time: Date, timeZone: string | undefined, tongue: Tongue, language: string): string {
  if (tongue === 'other') return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(time)
  const parts = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: 'numeric', hourCycle: 'h23', timeZone }).formatToParts(time)
  const number = (type: 'hour' | 'minute') => Number(parts.find((found) => found.type === type)?.value ?? 0)
  const [hour, minute] = [number('hour'), number('minute')]
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  if (tongue === 'zh') {
    const half = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
    const minutes = minute === 0 ? '整' : minute < 10 ? `零${chineseWhole(minute)}分` : `${chineseWhole(minute)}分`
    return `${half}${twelve === 2 ? '两' : chineseWhole(hour < 6 && hour === 0 ? 0 : twelve)}点${minutes}`
  }
  const minutes = minute === 0 ? "o'clock" : minute < 10 ? `oh ${englishWhole(minute)}` : englishWhole(minute)
  return `${englishWhole(twelve)} ${minutes} ${hour < 12 ? 'A M' : 'P M'}`
}
