/** Every key of the editor, in one place: what is pressed, and under which heading the help lists it. */
export const shortcuts = [
  { id: 'add', group: 'build', keys: ['A'], also: [['/']] },
  { id: 'connect', group: 'build', keys: ['C'] },
  { id: 'note', group: 'build', keys: ['N'] },
  { id: 'edit', group: 'build', keys: ['Enter'] },
  { id: 'rename', group: 'build', keys: ['F2'] },
  { id: 'delete', group: 'build', keys: ['Delete'], also: [['Backspace']] },
  { id: 'undo', group: 'edit', keys: ['mod', 'Z'] },
  { id: 'redo', group: 'edit', keys: ['mod', 'shift', 'Z'], also: [['mod', 'Y']] },
  { id: 'copy', group: 'edit', keys: ['mod', 'C'] },
  { id: 'cut', group: 'edit', keys: ['mod', 'X'] },
  { id: 'paste', group: 'edit', keys: ['mod', 'V'] },
  { id: 'duplicate', group: 'edit', keys: ['mod', 'D'] },
  { id: 'selectAll', group: 'edit', keys: ['mod', 'A'] },
  { id: 'save', group: 'edit', keys: ['mod', 'S'] },
  { id: 'walk', group: 'move', keys: ['↑', '↓', '←', '→'] },
  { id: 'step', group: 'move', keys: ['Tab'] },
  { id: 'extend', group: 'move', keys: ['mod', '↑ ↓ ← →'] },
  { id: 'edges', group: 'move', keys: ['E'] },
  { id: 'nudge', group: 'move', keys: ['shift', '↑ ↓ ← →'] },
  { id: 'grow', group: 'move', keys: ['mod', 'shift', '↑ ↓ ← →'] },
  { id: 'escape', group: 'move', keys: ['Esc'] },
  { id: 'nextProblem', group: 'move', keys: ['F8'] },
  { id: 'menu', group: 'move', keys: ['shift', 'F10'] },
  { id: 'find', group: 'view', keys: ['mod', 'F'] },
  { id: 'commands', group: 'view', keys: ['mod', 'K'] },
  { id: 'arrange', group: 'view', keys: ['shift', 'A'] },
  { id: 'fit', group: 'view', keys: ['shift', '1'] },
  { id: 'fitSelection', group: 'view', keys: ['shift', '2'] },
  { id: 'actualSize', group: 'view', keys: ['shift', '0'] },
  { id: 'zoom', group: 'view', keys: ['+'], also: [['-']] },
  { id: 'selectTool', group: 'view', keys: ['V'] },
  { id: 'handTool', group: 'view', keys: ['H'] },
  { id: 'pan', group: 'view', keys: ['Space'] },
  { id: 'help', group: 'view', keys: ['?'] },
] as const

export type ShortcutId = (typeof shortcuts)[number]['id']
export const shortcutGroups = ['build', 'edit', 'move', 'view'] as const

/** The keys of a shortcut, to be shown beside its menu entry. */
export function keysOf(id: ShortcutId): readonly string[] {
  return shortcuts.find((shortcut) => shortcut.id === id)?.keys ?? []
}
