import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import { viewOf, viewWith } from './view'

interface Shown {
  /** The steps that matter, in their order; without any, the whole drawing is shown. */
  readonly way: readonly string[] | undefined
  /** The step that is looked at: it comes into view, whatever is shown. */
  readonly highlight: string | null
}

/** Shows what matters, also when the map's frame changes its size, until the user moves it: call the answer then. */
export function useKeptInView({ way, highlight }: Shown): () => void {
  const flow = useReactFlow()
  const drawn = useNodesInitialized()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const held = useRef(false)
  const ready = drawn && width > 0 && height > 0
  const steps = way?.join(' ')
  useEffect(() => {
    if (!ready || held.current) return
    // Steps of the engine's own, such as the apology, are not drawn.
    const shown = steps?.split(' ').filter((id) => flow.getNode(id)) ?? []
    if (shown.length === 0) void flow.fitView({ maxZoom: 1, padding: 0.12 })
    else void flow.setViewport(viewOf(flow.getNodesBounds(shown), flow.getNodesBounds(shown.slice(0, 1)), { width, height }))
  }, [flow, ready, width, height, steps])
  useEffect(() => {
    if (!ready || highlight === null || !flow.getNode(highlight)) return
    const view = viewWith(flow.getViewport(), flow.getNodesBounds([highlight]), { width, height })
    if (view) void flow.setViewport(view, { duration: 200 })
  }, [flow, ready, width, height, highlight])
  return useCallback(() => {
    held.current = true
  }, [])
}
