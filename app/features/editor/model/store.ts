import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowDocument } from '@/engine/flow'
import { apply } from './apply'
import { type CommandName, emptyHistory, type History, remember, seal } from './history'
import { invert } from './patch'
import { nothing, prune, type Selection } from './selection'
import { dropDangling } from './settle'

/** An edit with its name: a pure function from the document to the next one; returning the same one means nothing to do. */
export interface Command {
  readonly name: CommandName
  readonly edit: (document: FlowDocument) => FlowDocument
  /** See `Entry.tag`. */
  readonly tag?: string
  /** What is selected afterwards; unchanged where absent. */
  readonly select?: Selection
}

/** The editor's core: one document, what is selected in it, and the way back. Knows no framework and no server. */
export interface EditorState {
  readonly document: FlowDocument
  readonly selection: Selection
  readonly history: History
  readonly readOnly: boolean
  /** Runs a command; false when it changed nothing or the flow may not be edited. */
  run(command: Command): boolean
  /** Takes the last step back; its name, or null when there is none. */
  undo(): CommandName | null
  redo(): CommandName | null
  select(selection: Selection): void
  /** Ends a coalesced edit. */
  settle(): void
  /** Takes in a document that others had a hand in; the own steps stay undoable on top of it. */
  receive(document: FlowDocument): void
  setReadOnly(readOnly: boolean): void
}

export type EditorStore = StoreApi<EditorState>

/** An editor core on `document`. `now` in ms, for coalescing. */
export function createEditor(document: FlowDocument, options: { readOnly?: boolean; now?: () => number } = {}): EditorStore {
  const now = options.now ?? Date.now
  return createStore<EditorState>()((set, get) => {
    const travel = (from: 'done' | 'undone'): CommandName | null => {
      const { history, document, readOnly } = get()
      const entry = history[from].at(-1)
      if (!entry || readOnly) return null
      const back = from === 'done'
      const next = dropDangling(apply(document, back ? invert(entry.patch) : entry.patch))
      const rest = history[from].slice(0, -1)
      const moved = { ...entry, tag: undefined }
      set({
        document: next,
        history: back ? { done: rest, undone: [...history.undone, moved] } : { done: [...history.done, moved], undone: rest },
        selection: prune(back ? entry.selected.before : entry.selected.after, next),
      })
      return entry.name
    }
    return {
      document,
      selection: nothing,
      history: emptyHistory,
      readOnly: options.readOnly ?? false,
      run: ({ name, edit, tag, select }) => {
        const { document, history, selection, readOnly } = get()
        if (readOnly) return false
        const next = edit(document)
        if (next === document) return false
        const after = prune(select ?? selection, next)
        const entry = { name, tag, at: now(), base: document, selected: { before: selection, after } }
        set({ document: next, history: remember(history, entry, next), selection: after })
        return true
      },
      undo: () => travel('done'),
      redo: () => travel('undone'),
      select: (selection) => set({ selection }),
      settle: () => set(({ history }) => ({ history: seal(history) })),
      receive: (document) => set(({ history, selection }) => ({ document, history: seal(history), selection: prune(selection, document) })),
      setReadOnly: (readOnly) => set({ readOnly }),
    }
  })
}
