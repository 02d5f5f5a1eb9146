import { useEffect } from 'react'
import { useLiveCalls } from '@/app/features/calls/live/LiveCalls'
import { useSession } from './EditorContext'

/** Shows on the cards how many calls are in each step now; calls inside a module count for the step that runs it. */
export function useLiveSteps() {
  const { flowId, ui } = useSession()
  const paths = useLiveCalls(flowId)
  useEffect(() => {
    const live = new Map<string, number>()
    for (const [path, count] of paths) {
      const id = path.split('.', 1)[0] ?? path
      live.set(id, (live.get(id) ?? 0) + count)
    }
    ui.setState({ live })
  }, [paths, ui])
}
