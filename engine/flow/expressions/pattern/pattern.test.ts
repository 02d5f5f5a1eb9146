import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern } from './match'
import { PatternError } from './parse'

describe('patterns', () => {
  test.each([
    ['^[0-9]{4}$', '1234', true],
    ['^[0-9]{4}$', '12345', false],
    ['ab+c', 'xxabbbcyy', true],
    ['^(cat|dog)s?$', 'dogs', true],
    ['^\\+?\\d{2,}$', '+4930', true],
    ['^[^@ ]+@[^@ ]+\\.[a-z]{2,3}$', 'ada@example.org', true],
    ['^$', '', true],
    ['a{2,3}?b', 'aab', true],
    ['^您好', '您好，世界', true],
  ])('given %s, when it is asked about %s, then the answer is %s', (pattern, text, found) => {
    expect(compilePattern(pattern)(text)).toBe(found)
    expect(new RegExp(pattern, 'u').test(text)).toBe(found)
  })

  test('given a pattern that makes back-tracking engines hang, when asked, then it answers', () => {
    expect(compilePattern('^(a+)+$')(`${'a'.repeat(5000)}!`)).toBe(false)
  })

  test.each(['(', ')', '*a', '[a', 'a\\', '(?=a)', '\\1', 'a{3,1}', '(((a{99}){99}){99})'])('given %s, then it is refused', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError)
  })

  test('given any simple pattern, then it agrees with JavaScript', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '\\d', '(ab)')
    const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}', '{0}')).map(([a, q]) => a + q)
    const pattern = fc
      .tuple(fc.constantFrom('', '^'), fc.array(piece, { maxLength: 5 }), fc.constantFrom('', '$'))
      .map(([s, p, e]) => s + p.join('') + e)
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), maxLength: 8 })
    fc.assert(fc.property(pattern, text, (p, t) => compilePattern(p)(t) === new RegExp(p, 'u').test(t)))
  })

  test('given any text as a pattern, then it compiles or is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab(){}[]|*+?^$\\.,-12:') }), fc.string(), (pattern, text) => {
        try {
          expect(typeof compilePattern(pattern)(text)).toBe('boolean')
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError)
        }
      }),
    )
  })
})
