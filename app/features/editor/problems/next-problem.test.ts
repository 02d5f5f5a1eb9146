import { describe, expect, it } from 'vitest'
import { type Diagnostic, finding } from '@/engine/flow'
import { nextProblem } from './next-problem'

const first = finding('PB202', 'error', { nodeId: 'a', path: ['text'] })
const second = finding('PB302', 'warning', { nodeId: 'a', outcome: 'done' })
const ofFlow = finding('PB111', 'error', { params: { name: 'x' }, path: ['variables', 1, 'name'] })
const other = finding('PB301', 'warning', { nodeId: 'b' })
const all = [second, first, ofFlow, other]

/** Goes through the list as F8 does, selecting what it goes to. */
function walk(by: 1 | -1, presses: number): (Diagnostic | null)[] {
  let last: Diagnostic | null = null
  return Array.from({ length: presses }, () => {
    last = nextProblem(all, last, last?.nodeId ?? null, by)
    return last
  })
}

describe('the next problem', () => {
  it('given F8 again and again, then every problem comes: the flow’s own and a step’s second one too', () => {
    expect(walk(1, 5)).toEqual([first, ofFlow, second, other, first])
    expect(walk(-1, 5)).toEqual([other, second, ofFlow, first, other])
  })

  it('given another step was selected meanwhile, then from that step’s first', () => {
    expect(nextProblem(all, first, 'b', 1)).toBe(other)
    expect(nextProblem(all, first, 'fine', 1)).toBe(first)
  })

  it('given no problems, then none', () => {
    expect(nextProblem([], null, null, 1)).toBeNull()
  })
})
