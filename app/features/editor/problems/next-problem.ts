import type { Diagnostic } from '@/engine/flow'

/** As the list has them: errors first. */
export const inOrder = (all: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...all.filter((problem) => problem.severity === 'error'),
  ...all.filter((problem) => problem.severity === 'warning'),
]

/**
 * The problem after (or before) the one that was gone to last, through the whole list and round. Once another step was
 * selected meanwhile, it goes on from that step's first.
 */
export function nextProblem(all: readonly Diagnostic[], last: Diagnostic | null, selected: string | null, by: 1 | -1): Diagnostic | null {
  const list = inOrder(all)
  const at = last && (last.nodeId ?? null) === selected ? list.indexOf(last) : -1
  if (at >= 0) return list[(at + by + list.length) % list.length] ?? null
  return (selected !== null && list.find((problem) => problem.nodeId === selected)) || (list.at(by === 1 ? 0 : -1) ?? null)
}
