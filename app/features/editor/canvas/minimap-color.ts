import type { CanvasNode } from './types'

/** Steps in the colour of their kind, problems in red, notes faint. */
export function minimapColor(node: CanvasNode): string {
  if (node.type === 'note') return 'var(--pb-minimap-note)'
  if (node.data.problems?.some((problem) => problem.severity === 'error')) return 'var(--pb-bad)'
  const category = node.data.explanation.definition?.category
  return category ? `var(--pb-cat-${category})` : 'var(--pb-bad)'
}
