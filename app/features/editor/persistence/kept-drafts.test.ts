import { describe, expect, it } from 'vitest'
import { renameNode } from '../model/edits/nodes'
import { sample } from '../model/testing/registry'
import { createKeptDrafts, keptVisits, takeLeft } from './kept-drafts'
import { memoryStorage } from './testing/memory-storage'

const ended = (...visits: string[]): ReadonlySet<string> => new Set(visits)
const work = (name: string, revision = 1) => ({ base: sample, revision, mine: renameNode(sample, 'hello', name) })
const names = (drafts: ReturnType<typeof takeLeft>) => drafts.map((draft) => draft.mine.nodes.find((node) => node.id === 'hello')?.name)

describe('kept drafts', () => {
  it('given two visits that ended with unsaved work, then both are found, the older first', () => {
    const storage = memoryStorage()
    createKeptDrafts('f', 'late', storage, () => 2).put(work('Later'))
    createKeptDrafts('f', 'early', storage, () => 1).put(work('Earlier'))
    createKeptDrafts('other', 'early', storage, () => 1).put(work('Not of this flow'))
    expect(names(takeLeft('f', 'me', storage, ended('late', 'early')))).toEqual(['Earlier', 'Later'])
  })

  it('given a tab that did not end, then its work stays its own, however long ago it wrote', () => {
    const storage = memoryStorage()
    createKeptDrafts('f', 'open', storage, () => 0).put(work('Thinking about a conflict'))
    expect(takeLeft('f', 'me', storage, ended('another'))).toEqual([])
    expect(storage.length).toBe(1)
  })

  it('given work was taken over, then who asked about its old owner does not take it from the new one, and it is there until that owner has it', () => {
    const storage = memoryStorage()
    createKeptDrafts('f', 'dead', storage).put(work('Mine'))
    const [taken] = takeLeft('f', 'me', storage, ended('dead'))
    expect(takeLeft('f', 'second', storage, ended('dead'))).toEqual([])
    // the new owner crashes before it read it: the next one finds it
    expect(names(takeLeft('f', 'third', storage, ended('me')))).toEqual(['Mine'])
    taken?.drop()
    expect(storage.length).toBe(1)
  })

  it('given it was dropped, then it is gone', () => {
    const storage = memoryStorage()
    createKeptDrafts('f', 'dead', storage).put(work('Mine'))
    for (const draft of takeLeft('f', 'me', storage, ended('dead'))) draft.drop()
    expect(storage.length).toBe(0)
  })

  it('given a storage that is full, then what is left behind is found and stays where it is', () => {
    const storage = memoryStorage()
    createKeptDrafts('f', 'dead', storage).put(work('Mine'))
    storage.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    createKeptDrafts('f', 'me', storage).put(work('More'))
    expect(names(takeLeft('f', 'me', storage, ended('dead')))).toEqual(['Mine'])
    expect(storage.length).toBe(1)
  })

  it('given nonsense or no storage, then nothing breaks, and nobody waits for the nonsense again', () => {
    const storage = memoryStorage()
    storage.setItem('patchbay.draft.f.x', '{oops')
    expect(takeLeft('f', 'me', storage, ended('x'))).toEqual([])
    expect(keptVisits('f', storage)).toEqual([])
    expect(takeLeft('f', 'me', null, ended('x'))).toEqual([])
  })
})
