import type { ShortcutId } from './shortcuts'

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const withMod: Readonly<Record<string, ShortcutId>> = {
  z: 'undo',
  y: 'redo',
  d: 'duplicate',
  a: 'selectAll',
  s: 'save',
  f: 'find',
  k: 'commands',
}
const plain: Readonly<Record<string, ShortcutId>> = {
  a: 'add',
  '/': 'add',
  c: 'connect',
  n: 'note',
  enter: 'edit',
  f2: 'rename',
  delete: 'delete',
  backspace: 'delete',
  arrowup: 'walk',
  arrowdown: 'walk',
  arrowleft: 'walk',
  arrowright: 'walk',
  tab: 'step',
  escape: 'escape',
  f8: 'nextProblem',
  '+': 'zoom',
  '=': 'zoom',
  '-': 'zoom',
  v: 'selectTool',
  h: 'handTool',
  '?': 'help',
  contextmenu: 'menu',
}
/** By physical key, because with Shift a digit's character depends on the keyboard's language. */
const shiftedDigits: Readonly<Record<string, ShortcutId>> = { Digit0: 'actualSize', Digit1: 'fit', Digit2: 'fitSelection' }

/** The shortcut that a key press means; copy, cut and paste come as clipboard events instead. */
export function matchShortcut(event: Key): ShortcutId | null {
  const key = event.key.toLowerCase()
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z' && event.shiftKey) return 'redo'
    return event.shiftKey ? null : (withMod[key] ?? null)
  }
  if (event.shiftKey) {
    const digit = shiftedDigits[event.code]
    if (digit) return digit
    if (key.startsWith('arrow')) return 'nudge'
    if (key === 'a') return 'arrange'
    if (key === 'f10') return 'menu'
    if (key === 'f8') return 'nextProblem'
    if (key === 'tab') return 'step'
    return key === '?' || key === '+' ? (plain[key] ?? null) : null
  }
  return plain[key] ?? null
}

/** Shortcuts that also work while one types in a field. */
export const worksInFields: ReadonlySet<ShortcutId> = new Set(['save', 'find', 'commands', 'nextProblem'])

/** Whether an element takes the keys for itself. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('.monaco-editor')) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
