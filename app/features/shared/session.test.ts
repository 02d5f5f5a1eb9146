import { describe, expect, it } from 'vitest'
import { safeNext } from './session'

describe('safeNext', () => {
  it('given a page of ours, then goes there', () => {
    expect(safeNext('/calls?x=1')).toBe('/calls?x=1')
  })

  it.each([undefined, null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'given %s, then stays here: nobody is led away by a link to the login page',
    (next) => {
      expect(safeNext(next)).toBe('/')
    },
  )
})
