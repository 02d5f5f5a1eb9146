import { afterEach, describe, expect, it } from 'vitest'
import { announceVisit, askVisits } from './open-visits'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

describe('who has a flow open', () => {
  it('given two visits of the flow and one of another, then the two answer', async () => {
    stops.push(announceVisit('f', 'a'), announceVisit('f', 'b'), announceVisit('other', 'c'))
    expect(await askVisits('f', ['a', 'b', 'c'], 50)).toEqual(new Set(['a', 'b']))
  })

  it('given a visit that ended, then it does not answer', async () => {
    announceVisit('f', 'a')()
    expect(await askVisits('f', ['a'], 20)).toEqual(new Set())
  })

  it('given nobody to ask for, then there is no wait', async () => {
    expect(await askVisits('f', [], 1_000_000)).toEqual(new Set())
  })
})
