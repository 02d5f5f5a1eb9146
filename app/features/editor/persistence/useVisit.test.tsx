import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renameNode } from '../model/edits/nodes'
import { sample } from '../model/testing/registry'
import { createKeptDrafts, keptVisits } from './kept-drafts'
import { memoryStorage } from './testing/memory-storage'
import { useVisit } from './useVisit'

let storage: Storage
beforeEach(() => {
  storage = memoryStorage()
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const open = () => renderHook(() => useVisit('f', false)).result
const ready = async (...visits: ReturnType<typeof open>[]) => {
  await waitFor(() => expect(visits.every(({ current }) => current !== null)).toBe(true), { timeout: 5_000 })
  return visits.map(({ current }) => current)
}
const crash = () => createKeptDrafts('f', 'dead', storage).put({ base: sample, revision: 1, mine: renameNode(sample, 'hello', 'Mine') })

describe('useVisit', () => {
  it('given two tabs are opened again after a crash, then one takes what was left, and the other does not take it from there', async () => {
    crash()
    const [first, second] = await ready(open(), open())
    expect([first?.left.length, second?.left.length]).toEqual([1, 0])
    expect(keptVisits('f', storage)).toEqual([first?.id])
  })

  it('given a tab that took work over and whose flow is still being loaded, then a tab opened now leaves it there', async () => {
    crash()
    const [first] = await ready(open())
    expect(first?.left.length).toBe(1)
    const [second] = await ready(open())
    expect(second?.left).toEqual([])
  })
})
