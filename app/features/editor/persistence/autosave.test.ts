import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FlowDocument } from '@/engine/flow'
import { renameNode } from '../model/edits/nodes'
import { createEditor } from '../model/store'
import { sample } from '../model/testing/registry'
import { createAutosave, type DraftServer, SAVE_AFTER_MS } from './autosave'
import { createKeptDrafts } from './kept-drafts'

/** A server in memory: revisions, staleness, going down. */
class FakeServer implements DraftServer {
  revision = 1
  mode: 'up' | 'offline' | 'refused' = 'up'
  saves: FlowDocument[] = []
  held: Promise<void> | null = null

  constructor(public document: FlowDocument) {}

  async save(next: FlowDocument, base: number) {
    if (this.held) await this.held
    if (this.mode === 'offline') return { ok: false, kind: 'offline' } as const
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

function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

function setUp() {
  const storage = memoryStorage()
  const editor = createEditor(sample)
  const server = new FakeServer(sample)
  const merged = vi.fn()
  const kept = createKeptDrafts('f', 'tab', storage)
  const autosave = createAutosave({ editor, server, kept, base: { document: sample, revision: 1 } })
  autosave.onMerged(merged)
  const stop = autosave.start()
  const rename = (id: string, name: string) => editor.getState().run({ name: 'rename', edit: (doc) => renameNode(doc, id, name) })
  return { storage, editor, server, merged, autosave, stop, rename, kind: () => autosave.state.getState().kind }
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

  it('given it was stopped, then no timer is left', () => {
    const { rename, stop } = setUp()
    rename('hello', 'x')
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('kept drafts', () => {
  it('given a tab that died, then another takes its work over once; a tab that lives keeps its own', () => {
    const storage = memoryStorage()
    let now = 0
    const mine = renameNode(sample, 'hello', 'Lost?')
    createKeptDrafts('f', 'dead', storage, () => now).put({ base: sample, revision: 3, mine })
    createKeptDrafts('other', 'dead', storage, () => now).put({ base: sample, revision: 3, mine })
    const second = createKeptDrafts('f', 'alive', storage, () => now)
    expect(second.takeOrphans()).toEqual([])
    now = 61_000
    expect(second.takeOrphans()).toMatchObject([{ revision: 3, mine: { nodes: mine.nodes } }])
    expect(second.takeOrphans()).toEqual([])
  })

  it('given a reloaded tab, then it finds its own work at once', () => {
    const storage = memoryStorage()
    const kept = createKeptDrafts('f', 'tab', storage)
    kept.put({ base: sample, revision: 1, mine: sample })
    expect(kept.takeOrphans()).toHaveLength(1)
  })

  it('given a storage that is full or holds nonsense, then nothing breaks', () => {
    const storage = memoryStorage()
    storage.setItem('patchbay.draft.f.x', '{oops')
    storage.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    const kept = createKeptDrafts('f', 'tab', storage)
    kept.put({ base: sample, revision: 1, mine: sample })
    expect(kept.takeOrphans()).toEqual([])
  })
})
