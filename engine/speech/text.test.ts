import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSpeakable, plainEnglish, spokenText } from './text'

describe('texts to speak', () => {
  test('given line ends, tabs and control characters, then it is one clean line', () => {
    expect(spokenText(' Press\r\n1\u0000\u0007 for\tsales. ')).toBe('Press 1 for sales.')
  })

  test.each(['你好', 'здравствуйте', '7', '٣', 'ñ'])('given %s, then there is something to say', (text) => {
    expect(isSpeakable(text)).toBe(true)
  })

  test.each(['', '… — !', '🙂', '¿?'])('given %j, then there is not', (text) => {
    expect(isSpeakable(text)).toBe(false)
  })

  test.each([
    ['It’s “fine” — really…', 'It\'s "fine" ,  really.'],
    ['Café Zürich, naïve', 'Cafe Zurich, naive'],
    ['5 € 🙂', '5    '],
  ])('given %s, then an English voice gets %s', (text, expected) => {
    expect(plainEnglish(text)).toBe(expected)
  })

  test.each(['Ask for 王.', 'Привет'])('given %s, then an English voice cannot say it', (text) => {
    expect(plainEnglish(text)).toBeUndefined()
  })

  test('given any text, then what an English voice gets is ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainEnglish(text) ?? '').toMatch(/^\p{ASCII}*$/u)
      }),
    )
  })
})
