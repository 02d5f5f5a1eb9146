import type { FlowDocument, FlowEdge } from '@/engine/flow'
import { copy, type Fragment, paste, readFragment } from '../model/clipboard'
import { remove } from '../model/edits/remove'
import type { Point } from '../model/geometry'
import { nothing } from '../model/selection'
import type { Say } from './actions'
import type { EditorSession } from './session'

/** The last copy, for where the system's clipboard cannot be read (no permission, plain HTTP); shared by this browser's tabs. */
const FALLBACK = 'patchbay.clipboard'

/** Copy, cut, paste, duplicate. Text goes over the system's clipboard where the browser lets it. */
export function createClipboardActions(
  { editor, surroundings, canvas }: EditorSession,
  say: Say,
  legal: (document: FlowDocument, edge: FlowEdge) => boolean,
) {
  const explain = () => surroundings.getState().explain
  const fragment = () => copy(editor.getState().document, editor.getState().selection, explain())

  function insert(read: Fragment, name: 'paste' | 'duplicate', at?: Point) {
    const pasted = paste(editor.getState().document, read, explain(), at)
    if (pasted.leftOut.length > 0) say({ kind: 'left-out', types: pasted.leftOut })
    const count = pasted.selection.nodes.length + pasted.selection.notes.length
    if (count === 0) return
    editor.getState().run({ name, edit: () => pasted.document, select: pasted.selection })
  }

  /** The selection as text, kept for pasting; null when there is nothing to copy. */
  function copyText(): string | null {
    const copied = fragment()
    if (!copied) return null
    const text = JSON.stringify(copied)
    try {
      localStorage.setItem(FALLBACK, text)
    } catch {
      // full or forbidden: the system's clipboard still has it
    }
    return text
  }

  /** Copies without a clipboard event (menu, command palette). */
  async function copyNow() {
    const text = copyText()
    // refused or missing on plain HTTP: pasting falls back on this browser's own copy
    if (text) await navigator.clipboard?.writeText(text).catch(() => undefined)
  }

  /** Takes away what was just copied. */
  function cutSelection() {
    const { selection } = editor.getState()
    editor.getState().run({ name: 'cut', edit: (document) => remove(document, selection, explain(), legal), select: nothing })
  }

  async function cut() {
    await copyNow()
    cutSelection()
  }

  /** Pastes text from a clipboard event; false when it is no part of a flow. */
  function pasteText(text: string, at?: Point | null): boolean {
    const read = readFragment(text)
    if (!read) return false
    insert(read, 'paste', at ?? canvas.current?.pointer() ?? canvas.current?.middle())
    return true
  }

  /** Pastes without a clipboard event (menu, command palette). */
  async function pasteNow(at?: Point) {
    const system = await navigator.clipboard?.readText().catch(() => '')
    if (system && pasteText(system, at)) return
    if (!pasteText(localStorage.getItem(FALLBACK) ?? '', at)) say({ kind: 'nothing-to-paste' })
  }

  function duplicate() {
    const copied = fragment()
    if (copied) insert(copied, 'duplicate')
  }

  return { copyText, copy: copyNow, cutSelection, cut, pasteText, paste: pasteNow, duplicate }
}
