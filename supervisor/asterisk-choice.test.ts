import { expect, test } from 'vitest'
import { asteriskChoice } from './asterisk-choice'

test('given a way, none, or an ARI address, then that is the choice', () => {
  expect(asteriskChoice('none')).toEqual({ kind: 'none' })
  expect(asteriskChoice('docker')).toEqual({ kind: 'own', way: 'docker' })
  expect(asteriskChoice('http://u:p%40ss@pbx.example:8088/ari/')).toEqual({
    kind: 'remote',
    url: 'http://pbx.example:8088/ari',
    ariUser: 'u',
    ariPassword: 'p@ss',
  })
})

test('given a password with a bare percent sign, then it is taken as it stands', () => {
  expect(asteriskChoice('http://u:100%@pbx/ari')).toMatchObject({ ariPassword: '100%' })
})

test.each(['atuo', 'http://pbx.example:8088/ari', 'ws://u:p@pbx.example/ari'])('given %s, then it says what can be given', (asked) => {
  expect(() => asteriskChoice(asked)).toThrow('http://user:password@pbx.example:8088/ari')
})
