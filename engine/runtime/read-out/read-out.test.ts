import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, ReadAs } from '@/engine/flow'
import { chineseWhole, englishWhole } from './number-words'
import { readOut } from './read-out'

const say = (value: Json, as: ReadAs, language = 'en', currency?: string) => {
  const words = readOut(value, { as, language, ...(currency ? { currency } : {}) })
  return words.ok ? words.value : words.error.code
}

describe('a value is read out', () => {
  test.each([
    [1204, 'number', 'one thousand two hundred four', '一千二百零四'],
    [0, 'number', 'zero', '零'],
    [-12.5, 'number', 'minus twelve point five', '负十二点五'],
    [100_010, 'number', 'one hundred thousand ten', '十万零一十'],
    [2_000_000_305, 'number', 'two billion three hundred five', '二十亿零三百零五'],
    ['42', 'number', 'forty-two', '四十二'],
    ['0070', 'digits', 'zero zero seven zero', '零零七零'],
    ['+1 555-0100', 'digits', 'one, five five five, zero one zero zero', '一，五五五，零一零零'],
    ['AB12', 'digits', 'A B 1 2', 'A B 1 2'],
    ['Ann', 'text', 'Ann', 'Ann'],
    ['2026-11-22', 'date', 'Sunday, November 22, 2026', '二零二六年十一月二十二日，星期日'],
    ['20261122', 'date', 'Sunday, November 22, 2026', '二零二六年十一月二十二日，星期日'],
    [20261122, 'date', 'Sunday, November 22, 2026', '二零二六年十一月二十二日，星期日'],
    ['１２', 'digits', 'one two', '一二'],
    [-0.0000001, 'number', 'zero', '零'],
    ['0905', 'time', 'nine oh five A M', '上午九点零五分'],
    ['09:05', 'time', 'nine oh five A M', '上午九点零五分'],
    ['14:00', 'time', "two o'clock P M", '下午两点整'],
    ['00:30', 'time', 'twelve thirty A M', '凌晨零点三十分'],
  ] as const)('%s as %s', (value, as, english, chinese) => {
    expect(say(value, as, 'en')).toBe(english)
    expect(say(value, as, 'zh-CN')).toBe(chinese)
  })

  test.each([
    [12.5, 'USD', 'twelve US dollars and fifty cents', '十二点五美元'],
    [1, 'USD', 'one US dollar', '一美元'],
    [-3.01, 'GBP', 'minus three British pounds and one penny', '负三点零一英镑'],
    [12.05, 'CNY', 'twelve Chinese yuan and five hundredths', '十二元零五分'],
    [1200.4, 'JPY', 'one thousand two hundred Japanese yen', '一千二百日元'],
    [7, 'eur', 'seven euros', '七欧元'],
    [0.5, 'CNY', 'zero Chinese yuan and fifty hundredths', '五角'],
  ] as const)('%s %s', (value, currency, english, chinese) => {
    expect(say(value, 'money', 'en', currency)).toBe(english)
    expect(say(value, 'money', 'zh-CN', currency)).toBe(chinese)
  })

  test('other languages are left to their voices', () => {
    expect(say(1234.5, 'number', 'de')).toBe('1234,5')
    expect(say('14:30', 'time', 'de')).toBe('14:30')
    expect(say(1234.5, 'money', 'de', 'EUR')).toBe('1234,50 Euro')
    expect(say(12, 'number', 'bn')).toBe('12')
    expect(say('20260131', 'date', 'fr')).toBe('samedi 31 janvier 2026')
  })

  test.each([
    ['abc', 'number'],
    [null, 'digits'],
    [{ a: 1 }, 'text'],
    ['soon', 'date'],
    ['12', 'date'],
    [12, 'date'],
    ['20260230', 'date'],
    ['2026-02-30', 'date'],
    ['2026-1131', 'date'],
    ['in May', 'date'],
    ['2026 times', 'date'],
    ['09:05', 'date'],
    ['20261122', 'time'],
    ['2026-11-22T25:00', 'time'],
    [-5, 'digits'],
    [12.5, 'digits'],
    [1e21, 'digits'],
    ['', 'digits'],
    [1e300, 'number'],
    ['2026-11-22', 'time'],
    [true, 'money'],
  ] as const)('%o as %s cannot be', (value, as) => {
    expect(say(value, as)).toBe('VALUE_NOT_SPEAKABLE')
  })

  test('a day is the same day however it is written', () => {
    const days = fc.date({ min: new Date('1800-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('en', 'zh-CN', 'de'), (time, language) => {
        const day = time.toISOString().slice(0, 10)
        const words = say(day, 'date', language)
        expect(words).toContain(language === 'zh-CN' ? '日' : String(time.getUTCFullYear()))
        expect(say(day.replaceAll('-', ''), 'date', language)).toBe(words)
        expect(say(Number(day.replaceAll('-', '')), 'date', language)).toBe(words)
      }),
    )
  })

  test('a moment is the same moment however its zone is written', () => {
    const moments = fc.date({ min: new Date('1980-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.constantFrom<ReadAs>('date', 'time'), (time, as) => {
        const iso = time.toISOString()
        const words = say(time.getTime(), as)
        for (const same of [iso, iso.replace('Z', '+00:00'), iso.replace('Z', '+00'), iso.replace('T', ' ').replace('.', ',')]) {
          expect(say(same, as)).toBe(words)
        }
      }),
    )
  })

  test.each([
    ['May 1, 2026', 'date', '2026-05-01'],
    ['1 May 2026', 'date', '2026-05-01'],
    ['2026-5-1', 'date', '2026-05-01'],
    ['Fri, 01 May 2026 09:30:00 GMT', 'time', '2026-05-01T09:30:00Z'],
    ['2026-05-01 09:30 UTC', 'time', '2026-05-01T09:30:00Z'],
  ] as const)('%s as %s is what other systems mean by it', (value, as, same) => {
    expect(say(value, as)).toBe(say(same, as))
    expect(say(value, as)).not.toBe('VALUE_NOT_SPEAKABLE')
  })

  test('no text is taken for a day unless it has the whole of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9T:.+-]{0,12}$/)), (text) => {
        if (say(text, 'date') !== 'VALUE_NOT_SPEAKABLE') expect(text.trim()).toMatch(/^\d{4}(-\d{1,2}-\d{1,2}|\d{4})|\b\d{4}\b/)
      }),
    )
  })

  test('whatever the value, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom<ReadAs>('text', 'digits', 'number', 'date', 'time', 'money'),
        fc.constantFrom('en', 'zh-CN', 'fr', 'not a language'),
        (value, as, language) => {
          expect(typeof say(value as Json, as, language)).toBe('string')
        },
      ),
    )
  })

  test('different numbers have different words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), fc.integer({ min: 0, max: 1e14 }), (a, b) => {
        expect(chineseWhole(a) === chineseWhole(b)).toBe(a === b)
        expect(englishWhole(a) === englishWhole(b)).toBe(a === b)
      }),
    )
  })
})
