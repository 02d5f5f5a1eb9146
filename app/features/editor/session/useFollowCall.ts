import { useEffect } from 'react'
import { useCalledNumber } from '@/app/features/phone'
import { useSession, useUi } from './EditorContext'
import { useFlowMeta } from './useFlowMeta'

/** While one calls this flow from the page, the canvas goes along: the step that the call is in comes into view. */
export function useFollowCall() {
  const { canvas } = useSession()
  const { numbers } = useFlowMeta()
  const called = useCalledNumber()
  const ours = called !== null && numbers.includes(called)
  // with several calls in the flow, nobody can tell which is one's own
  const step = useUi(({ live }) => (live.size === 1 ? ([...live.keys()][0] ?? null) : null))
  useEffect(() => {
    if (ours && step) canvas.current?.reveal(step)
  }, [ours, step, canvas])
}
