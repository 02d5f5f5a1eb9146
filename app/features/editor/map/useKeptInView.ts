import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'

/** Shows everything, also when the map's frame changes its size, until the user moves it: call the answer then. */
export function useKeptInView(): () => void {
  const flow = useReactFlow()
  const drawn = useNodesInitialized()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const held = useRef(false)
  useEffect(() => {
    if (drawn && width > 0 && height > 0 && !held.current) void flow.fitView({ maxZoom: 1, padding: 0.12 })
  }, [flow, drawn, width, height])
  return useCallback(() => {
    held.current = true
  }, [])
}
