import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundName, soundUrl } from './uploadSound'

describe('soundName', () => {
  it.each([
    ['Welcome (final).wav', 'Welcome final'],
    ['欢迎致电.wav', '欢迎致电'],
    ['__x.y.wav', 'x.y'],
    ['.wav', ''],
  ])('given the file %s, then the library’s name is %s', (file, name) => {
    expect(soundName(file)).toBe(name)
  })

  it('given any file name, then the library would take it, or it is empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (file) => soundName(file) === '' || /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,79}$/u.test(soundName(file)),
      ),
    )
  })
})

describe('soundUrl', () => {
  it('given a name with spaces or another script, then it is escaped', () => {
    expect(soundUrl('欢 迎')).toBe('/api/sounds/%E6%AC%A2%20%E8%BF%8E')
  })
})
