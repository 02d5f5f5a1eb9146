import { type ConnectionLineComponentProps, useStoreApi } from '@xyflow/react'
import { useContext } from 'react'
import { useStore } from 'zustand'
import { edgePath } from './edge-path'
import classes from './FlowEdgeLine.module.css'
import type { CanvasNode } from './types'
import { UiContext } from './useEdgeState'

/** Height of the port below a card's top. */
const PORT_Y = 22

/** The edge being drawn: to the pointer, or snapped to the step under it. */
export function ConnectionLine({ fromX, fromY, toX, toY, fromHandle }: ConnectionLineComponentProps<CanvasNode>) {
  const ui = useContext(UiContext)
  const drop = useStore(ui, (state) => state.dropNode)
  const store = useStoreApi<CanvasNode>()
  const target = drop?.legal ? store.getState().nodeLookup.get(drop.id)?.internals.positionAbsolute : undefined
  const end = target ? { x: target.x, y: target.y + PORT_Y } : { x: toX, y: toY }
  const forward = fromHandle.type === 'source'
  const path = forward
    ? edgePath({ sourceX: fromX, sourceY: fromY, targetX: end.x, targetY: end.y })
    : edgePath({ sourceX: end.x, sourceY: end.y, targetX: fromX, targetY: fromY })
  return (
    <>
      <path d={path.d} fill="none" className={classes.line} data-active markerEnd="url(#pb-arrow)" />
      {!target && forward && <circle cx={toX} cy={toY} r={4} className={classes.end} />}
    </>
  )
}
