import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ini } from './ini'

/** Reads a value as Asterisk does: up to a `;` that has no `\` before it, which is then taken away. */
function readValue(text: string): string {
  const line = text.split('\n')[1] ?? ''
  const value = line.slice(line.indexOf('=') + 1)
  let read = ''
  for (const char of value) {
    if (char !== ';') read += char
    else if (read.endsWith('\\')) read = `${read.slice(0, -1)};`
    else break
  }
  return read.trim()
}

describe('a configuration file', () => {
  it('has sections, names and values; what is undefined is left out, true and false are words', () => {
    const text = ini(
      {
        name: 'general',
        lines: [
          ['enabled', true],
          ['pretty', false],
          ['missing', undefined],
        ],
      },
      { name: 'patchbay', lines: [['port', 8088]] },
    )
    expect(text).toBe('[general]\nenabled = yes\npretty = no\n\n[patchbay]\nport = 8088\n')
  })

  it('gives Asterisk any one-line value back as it was', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => /^\P{Cc}*$/u.test(text) && text.trim() === text),
        (value) => {
          const text = ini({ name: 's', lines: [['password', value]] })
          expect(text.split('\n')).toHaveLength(3)
          expect(readValue(text)).toBe(value)
        },
      ),
    )
  })
})
