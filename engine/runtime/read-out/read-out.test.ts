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
    [0.5, 'CNY', 'zero Chinese yuan and fifty hundredths', '五角'],
  ] as const)('%s %s', (value, currency, english, chinese) => {
    expect(say(value, 'money', 'en', currency)).toBe(english)
    expect(say(value, 'money', 'zh-CN', currency)).toBe(chinese)
  })

  test('other languages are left to their voices', () => {
    expect(say(1234.5, 'number', 'de')).toBe('1234,5')
    expect(say('14:30', 'time', 'de')).toBe('14:30')
  })

  test.each([
    ['abc', 'number'],
    [null, 'digits'],
    [{ a: 1 }, 'text'],
    ['soon', 'date'],
    ['', 'digits'],
    [1e300, 'number'],
    ['2026-11-22', 'time'],
    [true, 'money'],
  ] as const)('%o as %s cannot be', (value, as) => {
    expect(say(value, as)).toBe('VALUE_NOT_SPEAKABLE')
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
