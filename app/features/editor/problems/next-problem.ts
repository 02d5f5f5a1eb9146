import type { Diagnostic } from '@/engine/flow'

/** The problem after (or before) those of the selected step, going round; errors and warnings alike. */
export function nextProblem(all: readonly Diagnostic[], selected: string | null, by: 1 | -1): Diagnostic | null {
  const steps = [...new Set(all.flatMap((problem) => (problem.nodeId ? [problem.nodeId] : [])))]
  if (steps.length === 0) return null
  const at = selected ? steps.indexOf(selected) : -1
  const next = at < 0 ? (by === 1 ? 0 : steps.length - 1) : (at + by + steps.length) % steps.length
  return all.find((problem) => problem.nodeId === steps[next]) ?? null
}
