import { useStore } from '@xyflow/react'

/** Below this zoom nobody can read what a card says, so that its name is shown large instead. */
const FAR = 0.42

/** True while zoomed far out; changes only when the border is crossed. */
export function useFarAway(): boolean {
  return useStore((state) => state.transform[2] < FAR)
}
