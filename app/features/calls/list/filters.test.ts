import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filtersOf, listInput, outcomes, periods, queryOf } from './filters'

const now = new Date(2026, 4, 20, 15, 30)
const asked = (query: string) => listInput(filtersOf(new URLSearchParams(query)), now)

describe('filters of the calls page', () => {
  it('given an empty address, then everything is asked for', () => {
    expect(asked('')).toEqual({})
  })

  it('given a period, then it begins at local midnight', () => {
    expect(asked('period=today')).toEqual({ from: new Date(2026, 4, 20) })
    expect(asked('period=week')).toEqual({ from: new Date(2026, 4, 14) })
  })

  it('given days of one’s own, then both are included', () => {
    expect(asked('period=custom&from=2026-04-01&to=2026-04-30')).toEqual({ from: new Date(2026, 3, 1), to: new Date(2026, 4, 1) })
  })

  it('given "in progress", then that is a status and no outcome', () => {
    expect(asked('outcome=live')).toEqual({ status: 'live' })
    expect(asked('outcome=failed&errors=1&message=1')).toEqual({ outcome: 'failed', withErrors: true, withMessage: true })
  })

  it('given nonsense in the address, then it is ignored', () => {
    expect(asked('period=aeon&outcome=x&errors=yes&number=abc&from=31.12.&other=1')).toEqual({})
  })

  it('given any filters, then writing and reading them gives the same', () => {
    const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
    const filters = fc.record(
      {
        period: maybe(fc.constantFrom(...periods)),
        flow: maybe(fc.string({ minLength: 1, maxLength: 64 })),
        number: maybe(fc.stringMatching(/^\+?[0-9*#]{1,32}$/)),
        outcome: maybe(fc.constantFrom('live' as const, ...outcomes)),
        errors: maybe(fc.constant('1' as const)),
        q: maybe(fc.string({ minLength: 1, maxLength: 80 })),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(filters, (some) => {
        expect(filtersOf(new URLSearchParams(queryOf(some)))).toEqual(some)
      }),
    )
  })
})
