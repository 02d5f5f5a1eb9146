import { useShallow } from 'zustand/react/shallow'
import type { Diagnostic } from '@/engine/flow'
import { useUi } from '../session/EditorContext'

/** Those of a step's problems that `which` takes. */
export function useProblems(nodeId: string, which: (problem: Diagnostic) => boolean): readonly Diagnostic[] {
  return useUi(useShallow((state) => state.problemsOf.get(nodeId)?.filter(which) ?? []))
}
