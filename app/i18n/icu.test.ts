import { describe, expect, it } from 'vitest'
import { argumentsOf } from './icu'

describe('argumentsOf', () => {
  it.each([
    ['Flows', []],
    ['{name}: {count}', ['count', 'name']],
    ['{count, plural, one {# error in {flow}} other {# errors}}', ['count', 'flow']],
    ['{kind, select, ivr {call} other {{other}}}', ['kind', 'other']],
    ["braces '{quoted}' and it''s {real}", ['real']],
    ['{count, plural, =0 {none} other {#}}', ['count']],
  ])('given %s, then its values are %j', (message, names) => {
    expect(argumentsOf(message)).toEqual(names)
  })
})
