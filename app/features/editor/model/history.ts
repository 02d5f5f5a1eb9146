import type { FlowDocument } from '@/engine/flow'
import { diff, isEmpty, type Patch } from './patch'
import type { Selection } from './selection'

/** What a command is called in the undo button: the message `editor.commands.<name>`. */
export const commandNames = [
  'add-step',
  'insert-step',
  'add-note',
  'move',
  'resize',
  'edit',
  'rename',
  'connect',
  'reconnect',
  'disconnect',
  'delete',
  'cut',
  'paste',
  'duplicate',
  'align',
  'arrange',
  'flow-settings',
  'variable',
  'module-outcome',
  'restore-version',
  'use-example',
] as const
export type CommandName = (typeof commandNames)[number]

/** One undoable step. */
export interface Entry {
  readonly name: CommandName
  readonly patch: Patch
  /** Commands with the same tag that follow each other within `COALESCE_MS` are one step: typing in one field, a drag. */
  readonly tag?: string
  readonly at: number
  /** The document before the first of the coalesced commands. */
  readonly base: FlowDocument
  readonly selected: { readonly before: Selection; readonly after: Selection }
}

export interface History {
  readonly done: readonly Entry[]
  readonly undone: readonly Entry[]
}

export const emptyHistory: History = { done: [], undone: [] }

export const COALESCE_MS = 2_000
const LIMIT = 500

/** Remembers a step; `after` is the document it made. Redo is forgotten. */
export function remember(history: History, entry: Omit<Entry, 'patch'>, after: FlowDocument): History {
  const last = history.done.at(-1)
  if (last?.tag !== undefined && last.tag === entry.tag && history.undone.length === 0 && entry.at - last.at < COALESCE_MS) {
    const patch = diff(last.base, after)
    const rest = history.done.slice(0, -1)
    const joined = { ...last, patch, at: entry.at, selected: { before: last.selected.before, after: entry.selected.after } }
    return { done: isEmpty(patch) ? rest : [...rest, joined], undone: [] }
  }
  return { done: [...history.done, { ...entry, patch: diff(entry.base, after) }].slice(-LIMIT), undone: [] }
}

/** Ends coalescing, so that the next command is a step of its own (a field was left, others' work came in). */
export function seal(history: History): History {
  const last = history.done.at(-1)
  if (last?.tag === undefined) return history
  return { ...history, done: [...history.done.slice(0, -1), { ...last, tag: undefined }] }
}
