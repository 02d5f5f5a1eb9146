import { describe, expect, it } from 'vitest'
import { type FlowRow, filterFlows } from './filter'

const flow = (name: string, change: Partial<FlowRow> = {}): FlowRow => ({
  id: name,
  name,
  kind: 'ivr',
  state: 'live',
  liveVersion: 1,
  liveVersionId: 'v1',
  numbers: [],
  changedBy: null,
  changedAt: new Date(0),
  callsLast7Days: 0,
  failedLast7Days: 0,
  ...change,
})
const flows = [
  flow('Main line', { numbers: ['7000', '7001'] }),
  flow('Night line', { state: 'draft', changedBy: 'Noor' }),
  flow('Ask for a number', { kind: 'module', state: 'changed' }),
]
const names = (search: string, state: Parameters<typeof filterFlows>[1]['state'] = 'all') =>
  filterFlows(flows, { search, state }).map(({ name }) => name)

describe('filterFlows', () => {
  it('given words, then each must be in the name, a number or the author', () => {
    expect(names('line')).toEqual(['Main line', 'Night line'])
    expect(names('LINE noor')).toEqual(['Night line'])
    expect(names('7001')).toEqual(['Main line'])
    expect(names('nothing')).toEqual([])
  })

  it('given a tab, then only flows in that state, or modules', () => {
    expect(names('', 'draft')).toEqual(['Night line'])
    expect(names('', 'module')).toEqual(['Ask for a number'])
    expect(names('main', 'draft')).toEqual([])
  })
})
