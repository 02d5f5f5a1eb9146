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
  e: 'edges',
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
    if (key.startsWith('arrow')) return event.shiftKey ? 'grow' : 'extend'
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
const worksInFields: ReadonlySet<ShortcutId> = new Set(['save', 'find', 'commands', 'nextProblem'])

/** Keys that something pressed or chosen with the keyboard needs itself, or that must not hit the canvas from there. */
const ofWidgets: ReadonlySet<ShortcutId> = new Set(['edit', 'step', 'walk', 'nudge', 'extend', 'grow', 'delete', 'menu'])
const choice = 'input, select, [role="radio"], [role="checkbox"], [role="switch"], [role="slider"], [role="option"], [role="tab"]'
const press = 'button, a, summary, [role="menuitem"]'

/** Whether the element under the keyboard keeps a shortcut's keys: a field all but a few, a switch or a button those it answers to. */
export function keepsKey(target: EventTarget | null, id: ShortcutId): boolean {
  if (takesText(target)) return !worksInFields.has(id)
  if (!ofWidgets.has(id) || !(target instanceof Element)) return false
  if (target.closest(choice)) return true
  // on a card, Tab and the arrows go from step to step even from its ports
  return target.closest(press) !== null && target.closest('[data-testid="canvas"]') === null
}

/** Whether one types there. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('.monaco-editor')) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
