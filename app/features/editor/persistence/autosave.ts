import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowDocument } from '@/engine/flow'
import { equal } from '../model/equal'
import { type Conflict, merge, type Side } from '../model/merge'
import type { EditorStore } from '../model/store'
import type { KeptDrafts, LeftDraft } from './kept-drafts'

/** Why a save did not happen: `stale` someone saved meanwhile, `offline` and `trouble` of the server may pass, `refused` will not by itself. */
export type SaveFailure =
  | { readonly kind: 'stale' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'trouble'; readonly error: unknown }
  | { readonly kind: 'refused'; readonly error: unknown }

export interface Revision {
  readonly document: FlowDocument
  readonly revision: number
}

/** The server as autosave sees it; neither function throws. */
export interface DraftServer {
  save(
    document: FlowDocument,
    baseRevision: number,
  ): Promise<{ readonly ok: true; readonly revision: number } | ({ readonly ok: false } & SaveFailure)>
  load(): Promise<({ readonly ok: true } & Revision) | ({ readonly ok: false } & SaveFailure)>
}

/** What the user sees of it. `pending` is waiting for a pause in typing. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'trouble'; readonly error: unknown }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }

export interface AutosaveOptions {
  readonly editor: EditorStore
  readonly server: DraftServer
  /** Where unsaved work is kept on this machine until the server has it. */
  readonly kept: KeptDrafts
  /** Unsaved work of visits that ended: brought in one after the other. */
  readonly left?: readonly LeftDraft[]
  /** What the server has. */
  readonly base: Revision
}

export interface Autosave {
  readonly state: StoreApi<SaveState>
  /** Begins to watch the document; returns how to stop. */
  start(): () => void
  /** Saves now what is not saved. */
  flush(): Promise<void>
  /** Someone's save was announced. */
  announced(revision: number): void
  /** Calls back when others' work joined unsaved work without a question; returns how to stop. */
  onMerged(listener: () => void): () => void
  /** Settles a conflict; where something is not chosen (null), perhaps because it came up just now, that is asked first. */
  resolve(choose: (conflict: Conflict) => Side | null): void
  /** Writes unsaved work down on this machine now. */
  keep(): void
  /** Unsaved work, if any, with the revision it began from: for the last message of a page that closes. */
  unsaved(): Revision | null
  /** The revision that the server is known to have. */
  revision(): number
}

export const SAVE_AFTER_MS = 600
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000] as const

/** Saves the draft after each pause, one save at a time; merges what others saved; loses nothing silently. */
export function createAutosave({ editor, server, kept, left = [], base: opened }: AutosaveOptions): Autosave {
  const state = createStore<SaveState>()(() => ({ kind: 'saved', at: null }))
  let base = opened
  let theirs: Revision | null = null
  let newest = opened.revision
  let timer: ReturnType<typeof setTimeout> | undefined
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  const waiting = [...left]
  let busy: Promise<void> | null = null
  let failures = 0
  let stopped = true
  const listeners = new Set<() => void>()

  const mine = () => editor.getState().document
  const dirty = () => mine() !== base.document && !equal(mine(), base.document)
  const keep = () => {
    clearTimeout(keepTimer)
    keepTimer = undefined
    if (dirty()) kept.put({ base: base.document, revision: base.revision, mine: mine() })
  }

  function schedule(ms: number) {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), ms)
  }

  /** Says so when all is saved; else goes on. */
  function rest() {
    if (state.getState().kind === 'conflict') return
    if (!dirty()) {
      base = { document: mine(), revision: base.revision }
      kept.clear()
      const next = waiting.shift()
      if (next) adopt(next)
      else state.setState({ kind: 'saved', at: Date.now() }, true)
    } else {
      state.setState({ kind: 'pending' }, true)
      schedule(SAVE_AFTER_MS)
    }
  }

  /** Work that was left behind begins where it began, and is merged with what was saved since, or asked about. */
  function adopt(draft: LeftDraft) {
    const server = base
    editor.getState().receive(draft.mine)
    base = { document: draft.base, revision: draft.revision }
    // in this order: there may not be room for both, and there is for this visit's where the other stood
    draft.drop()
    keep()
    take(server)
  }

  function fail(failure: SaveFailure) {
    keep()
    if (failure.kind === 'refused') {
      state.setState({ kind: 'refused', error: failure.error }, true)
      return
    }
    state.setState(failure.kind === 'trouble' ? { kind: 'trouble', error: failure.error } : { kind: 'offline' }, true)
    schedule(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 30_000)
  }

  async function pull() {
    const loaded = await server.load()
    if (!loaded.ok) return fail(loaded)
    newest = Math.max(newest, loaded.revision)
    take({ document: loaded.document, revision: loaded.revision })
  }

  function take(their: Revision, choose: (conflict: Conflict) => Side | null = () => null) {
    const { conflicts, resolve } = merge(base.document, mine(), their.document)
    const joined = dirty() && conflicts.length === 0
    const sides = new Map(conflicts.map((conflict) => [conflict.id, choose(conflict)]))
    if ([...sides.values()].includes(null)) {
      theirs = their
      keep()
      state.setState({ kind: 'conflict', conflicts }, true)
      return
    }
    const merged = resolve((conflict) => sides.get(conflict.id) ?? 'mine')
    theirs = null
    base = their
    if (!equal(merged, mine())) {
      editor.getState().receive(merged)
      if (joined) for (const listener of listeners) listener()
    }
    state.setState({ kind: 'pending' }, true)
    rest()
  }

  async function push() {
    const document = mine()
    state.setState({ kind: 'saving' }, true)
    keep()
    const saved = await server.save(document, base.revision)
    if (saved.ok) {
      failures = 0
      base = { document, revision: saved.revision }
      newest = Math.max(newest, saved.revision)
      return
    }
    if (saved.kind === 'stale') return pull()
    fail(saved)
  }

  async function work() {
    if (newest > base.revision) await pull()
    else if (dirty()) await push()
    const { kind } = state.getState()
    if (kind === 'saving' || (kind === 'pending' && !timer)) rest()
    const after = state.getState().kind
    if (newest > base.revision && (after === 'saved' || after === 'pending')) schedule(0)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (state.getState().kind === 'conflict') return Promise.resolve()
    if (busy) return busy.then(() => (dirty() ? flush() : undefined))
    if (!dirty() && newest <= base.revision) {
      if (state.getState().kind !== 'saved') rest()
      return Promise.resolve()
    }
    busy = work().finally(() => {
      busy = null
    })
    return busy
  }

  /** After an edit: kept here, and in a conflict compared again, as it may have made or ended one. */
  function settled() {
    keep()
    if (theirs && state.getState().kind === 'conflict') take(theirs)
  }

  return {
    state,
    start: () => {
      stopped = false
      const unsubscribe = editor.subscribe((now, before) => {
        if (now.document === before.document) return
        const { kind } = state.getState()
        // whatever becomes of saving it, this machine has the work soon
        keepTimer ??= setTimeout(settled, SAVE_AFTER_MS)
        if (kind === 'conflict' || kind === 'saving') return
        if (kind !== 'offline' && kind !== 'trouble' && kind !== 'pending') state.setState({ kind: 'pending' }, true)
        schedule(SAVE_AFTER_MS)
      })
      if (dirty() || waiting.length > 0) rest()
      return () => {
        stopped = true
        clearTimeout(timer)
        keep()
        unsubscribe()
      }
    },
    flush,
    announced: (revision) => {
      if (revision <= newest) return
      newest = revision
      if (!busy) schedule(0)
    },
    onMerged: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    resolve: (choose) => {
      if (!theirs) return
      take(theirs, choose)
      void flush()
    },
    keep,
    unsaved: () => (dirty() ? { document: mine(), revision: base.revision } : null),
    revision: () => base.revision,
  }
}
