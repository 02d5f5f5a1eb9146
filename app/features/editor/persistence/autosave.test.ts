import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FlowDocument } from '@/engine/flow'
import { renameNode } from '../model/edits/nodes'
import { createEditor } from '../model/store'
import { sample } from '../model/testing/registry'
import { createAutosave, type DraftServer, SAVE_AFTER_MS } from './autosave'
import { createKeptDrafts, type LeftDraft, takeLeft } from './kept-drafts'
import { memoryStorage } from './testing/memory-storage'

/** A server in memory: revisions, staleness, going down. */
class FakeServer implements DraftServer {
  revision = 1
  mode: 'up' | 'offline' | 'refused' | 'full' = 'up'
  saves: FlowDocument[] = []
  held: Promise<void> | null = null

  constructor(public document: FlowDocument) {}

  async save(next: FlowDocument, base: number) {
    if (this.held) await this.held
    if (this.mode === 'offline') return { ok: false, kind: 'offline' } as const
    if (this.mode === 'full') return { ok: false, kind: 'trouble', error: { code: 'STORE_FULL', message: 'full' } } as const
    if (this.mode === 'refused') return { ok: false, kind: 'refused', error: new Error('no') } as const
    if (base !== this.revision) return { ok: false, kind: 'stale' } as const
    this.saves.push(next)
    this.document = next
    this.revision += 1
    return { ok: true, revision: this.revision } as const
  }

  async load() {
    if (this.mode === 'offline') return { ok: false, kind: 'offline' } as const
    return { ok: true, document: this.document, revision: this.revision } as const
  }
}

function setUp(leftBehind: readonly Pick<LeftDraft, 'base' | 'revision' | 'mine'>[] = [], stored = sample) {
  const storage = memoryStorage()
  const editor = createEditor(stored)
  const server = new FakeServer(stored)
  const dropped = vi.fn()
  const left = leftBehind.map((draft) => ({ ...draft, at: 0, drop: dropped }))
  const merged = vi.fn()
  const kept = createKeptDrafts('f', 'tab', storage)
  const autosave = createAutosave({ editor, server, kept, left, base: { document: stored, revision: 1 } })
  autosave.onMerged(merged)
  const stop = autosave.start()
  const rename = (id: string, name: string) => editor.getState().run({ name: 'rename', edit: (doc) => renameNode(doc, id, name) })
  const keptNow = () => takeLeft('f', 'reader', storage, new Set(['tab'])).map((draft) => draft.mine)
  return { storage, editor, server, merged, autosave, stop, rename, dropped, keptNow, kind: () => autosave.state.getState().kind }
}

const nameOf = (document: FlowDocument, id: string) => document.nodes.find((node) => node.id === id)?.name

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('autosave', () => {
  it('given several edits in a row, then one save follows the pause', async () => {
    const { server, rename, kind } = setUp()
    rename('hello', 'H')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1)
    rename('hello', 'Hello')
    expect(kind()).toBe('pending')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(server.saves).toHaveLength(1)
    expect(nameOf(server.document, 'hello')).toBe('Hello')
    expect(kind()).toBe('saved')
  })

  it('given an edit during a save, then it is saved after that one, never at the same time', async () => {
    const { server, rename, kind } = setUp()
    let release = () => {}
    server.held = new Promise<void>((resolve) => {
      release = resolve
    })
    rename('hello', 'One')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(kind()).toBe('saving')
    rename('hello', 'Two')
    server.held = null
    release()
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(server.saves.map((document) => nameOf(document, 'hello'))).toEqual(['One', 'Two'])
    expect(kind()).toBe('saved')
  })

  it('given no connection, then the work is kept on this machine, retried, and the copy goes when saved', async () => {
    const { server, rename, kind, storage } = setUp()
    server.mode = 'offline'
    rename('hello', 'Kept')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(kind()).toBe('offline')
    expect(storage.length).toBe(1)
    server.mode = 'up'
    await vi.advanceTimersByTimeAsync(30_000)
    expect(nameOf(server.document, 'hello')).toBe('Kept')
    expect(kind()).toBe('saved')
    expect(storage.length).toBe(0)
  })

  it('given a refusal, then it is said, the work stays, and the next edit tries again', async () => {
    const { server, rename, kind, storage } = setUp()
    server.mode = 'refused'
    rename('hello', 'A')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(kind()).toBe('refused')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(server.saves).toHaveLength(0)
    expect(storage.length).toBe(1)
    server.mode = 'up'
    rename('hello', 'B')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(kind()).toBe('saved')
  })

  it('given someone saved another step meanwhile, then both are on the server and on the canvas, and it is said', async () => {
    const { server, editor, rename, kind, merged } = setUp()
    server.document = renameNode(server.document, 'menu', 'Theirs')
    server.revision = 2
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    expect(kind()).toBe('saved')
    for (const document of [server.document, editor.getState().document]) {
      expect(nameOf(document, 'hello')).toBe('Mine')
      expect(nameOf(document, 'menu')).toBe('Theirs')
    }
    expect(merged).toHaveBeenCalledOnce()
  })

  it('given someone saved and I have nothing unsaved, then theirs is drawn without a word about mine', async () => {
    const { server, editor, autosave, kind, merged } = setUp()
    server.document = renameNode(server.document, 'menu', 'Theirs')
    server.revision = 2
    autosave.announced(2)
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(kind()).toBe('saved')
    expect(nameOf(editor.getState().document, 'menu')).toBe('Theirs')
    expect(merged).not.toHaveBeenCalled()
  })

  it('given someone changed the same field, then nothing is overwritten until a side is chosen', async () => {
    const { server, rename, kind, autosave } = setUp()
    server.document = renameNode(server.document, 'hello', 'Theirs')
    server.revision = 2
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    expect(kind()).toBe('conflict')
    rename('menu', 'Also mine')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(nameOf(server.document, 'hello')).toBe('Theirs')
    autosave.resolve(() => 'mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 2)
    expect(kind()).toBe('saved')
    expect(nameOf(server.document, 'hello')).toBe('Mine')
    expect(nameOf(server.document, 'menu')).toBe('Also mine')
  })

  it('given theirs is chosen and I had nothing else, then it is saved already', async () => {
    const { server, editor, rename, kind, autosave } = setUp()
    server.document = renameNode(server.document, 'hello', 'Theirs')
    server.revision = 2
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    autosave.resolve(() => 'theirs')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 2)
    expect(kind()).toBe('saved')
    expect(server.saves).toHaveLength(0)
    expect(nameOf(editor.getState().document, 'hello')).toBe('Theirs')
  })

  it('given someone’s save is announced while I have no edits, then theirs appears; my own announcements change nothing', async () => {
    const { server, editor, rename, autosave } = setUp()
    server.document = renameNode(server.document, 'menu', 'Theirs')
    server.revision = 2
    autosave.announced(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(nameOf(editor.getState().document, 'menu')).toBe('Theirs')
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    const load = vi.spyOn(server, 'load')
    autosave.announced(3)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(load).not.toHaveBeenCalled()
    expect(autosave.revision()).toBe(3)
  })

  it('given an announcement that overtakes the answer to my own save, then it is no conflict', async () => {
    const { server, rename, kind, autosave } = setUp()
    let release = () => {}
    server.held = new Promise<void>((resolve) => {
      release = resolve
    })
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    autosave.announced(2)
    release()
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(kind()).toBe('saved')
    expect(server.saves).toHaveLength(1)
  })

  it('given Ctrl+S, then it does not wait for the pause', async () => {
    const { server, rename, autosave } = setUp()
    rename('hello', 'Now')
    await autosave.flush()
    expect(server.saves).toHaveLength(1)
  })

  it('given an edit that was undone before the save, then nothing is saved', async () => {
    const { server, editor, rename, kind } = setUp()
    rename('hello', 'Oops')
    editor.getState().undo()
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(server.saves).toHaveLength(0)
    expect(kind()).toBe('saved')
  })

  it('given a conflict put off, when more is edited, then what no longer goes together is asked too, and never settled unasked', async () => {
    const { server, rename, kind, autosave } = setUp()
    server.document = renameNode(renameNode(server.document, 'hello', 'Theirs'), 'menu', 'Their menu')
    server.revision = 2
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    const asked = () => {
      const state = autosave.state.getState()
      return state.kind === 'conflict' ? state.conflicts.map((conflict) => conflict.key) : []
    }
    expect(asked()).toEqual(['hello'])
    rename('menu', 'My menu')
    // at once, as a hand may be quicker than the comparison
    autosave.resolve((conflict) => (conflict.key === 'hello' ? 'mine' : null))
    expect(kind()).toBe('conflict')
    expect(asked()).toEqual(['hello', 'menu'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(nameOf(server.document, 'menu')).toBe('Their menu')
    autosave.resolve((conflict) => (conflict.key === 'hello' ? 'mine' : 'theirs'))
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 2)
    expect(kind()).toBe('saved')
    expect(nameOf(server.document, 'hello')).toBe('Mine')
    expect(nameOf(server.document, 'menu')).toBe('Their menu')
  })

  it('given a conflict put off, when the own change is taken back, then there is nothing to ask any more', async () => {
    const { server, editor, rename, kind } = setUp()
    server.document = renameNode(server.document, 'hello', 'Theirs')
    server.revision = 2
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    expect(kind()).toBe('conflict')
    editor.getState().undo()
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    expect(kind()).toBe('saved')
    expect(nameOf(editor.getState().document, 'hello')).toBe('Theirs')
  })

  it.each(['conflict', 'refused'] as const)('given edits while saving waits (%s), then the copy on this machine has them', async (why) => {
    const { server, rename, kind, keptNow } = setUp()
    if (why === 'refused') server.mode = 'refused'
    else {
      server.document = renameNode(server.document, 'hello', 'Theirs')
      server.revision = 2
    }
    rename('hello', 'Mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    expect(kind()).toBe(why)
    rename('menu', 'Later')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    expect(keptNow().map((document) => nameOf(document, 'menu'))).toEqual(['Later'])
  })

  it('given an edit while a save hangs, then the copy on this machine has it', async () => {
    const { server, rename, kind, keptNow } = setUp()
    server.held = new Promise(() => undefined)
    rename('hello', 'One')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(kind()).toBe('saving')
    rename('menu', 'Two')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(keptNow().map((document) => nameOf(document, 'menu'))).toEqual(['Two'])
  })

  it('given a full disk, then that is said as what it is, and saved by itself when there is room', async () => {
    const { server, rename, autosave, kind } = setUp()
    server.mode = 'full'
    rename('hello', 'A')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(autosave.state.getState()).toMatchObject({ kind: 'trouble', error: { code: 'STORE_FULL' } })
    server.mode = 'up'
    await vi.advanceTimersByTimeAsync(30_000)
    expect(kind()).toBe('saved')
    expect(nameOf(server.document, 'hello')).toBe('A')
  })

  it('given two tabs crashed with unsaved work, then all of it is brought together and saved', async () => {
    const { server, kind, dropped } = setUp([
      { base: sample, revision: 1, mine: renameNode(sample, 'hello', 'First tab') },
      { base: sample, revision: 1, mine: renameNode(sample, 'menu', 'Second tab') },
    ])
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 6)
    expect(kind()).toBe('saved')
    expect(nameOf(server.document, 'hello')).toBe('First tab')
    expect(nameOf(server.document, 'menu')).toBe('Second tab')
    expect(dropped).toHaveBeenCalledTimes(2)
  })

  it('given two tabs crashed that changed the same, then it is asked, and nothing of either is gone before', async () => {
    const { server, kind, autosave, editor, dropped } = setUp([
      { base: sample, revision: 1, mine: renameNode(sample, 'hello', 'First tab') },
      { base: sample, revision: 1, mine: renameNode(sample, 'hello', 'Second tab') },
    ])
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 6)
    expect(kind()).toBe('conflict')
    expect(nameOf(server.document, 'hello')).toBe('First tab')
    expect(nameOf(editor.getState().document, 'hello')).toBe('Second tab')
    autosave.resolve(() => 'mine')
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 3)
    expect(nameOf(server.document, 'hello')).toBe('Second tab')
    expect(dropped).toHaveBeenCalledTimes(2)
  })

  it('given room for one copy of what a tab left behind, then a copy is there all the time until the server has it', async () => {
    const storage = memoryStorage()
    createKeptDrafts('f', 'dead', storage).put({ base: sample, revision: 1, mine: renameNode(sample, 'hello', 'Mine') })
    const setItem = storage.setItem
    storage.setItem = (key, value) => {
      if (storage.length > 0 && storage.key(0) !== key) throw new Error('QuotaExceededError')
      setItem(key, value)
    }
    const left = takeLeft('f', 'tab', storage, new Set(['dead']))
    const server = new FakeServer(sample)
    server.mode = 'offline'
    const kept = createKeptDrafts('f', 'tab', storage)
    const autosave = createAutosave({ editor: createEditor(sample), server, kept, left, base: { document: sample, revision: 1 } })
    const stop = autosave.start()
    expect(storage.length).toBe(1)
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
    expect(storage.length).toBe(1)
    server.mode = 'up'
    await vi.advanceTimersByTimeAsync(30_000)
    expect(nameOf(server.document, 'hello')).toBe('Mine')
    expect(storage.length).toBe(0)
    stop()
  })

  it('given it was stopped, then no timer is left', () => {
    const { rename, stop } = setUp()
    rename('hello', 'x')
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
