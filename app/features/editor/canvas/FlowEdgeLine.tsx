import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useStore } from '@xyflow/react'
import { memo } from 'react'
import { useNodeWords } from '../words/useNodeWords'
import { useCanvasActions } from './CanvasActions'
import { EdgeTools } from './EdgeTools'
import { edgePath, isForward } from './edge-path'
import classes from './FlowEdgeLine.module.css'
import type { CanvasEdge } from './types'
import { useEdgeState } from './useEdgeState'
import { useEndBoxes } from './useEndBoxes'

/** From this length on (px on screen) the label is also shown at the edge's far end, where its port is out of sight. */
const LONG = 420
/** Shorter than this, a label would stand on the cards at both ends, which say it already. */
const ROOM = 150

/** A connection: a smooth line, its label where it helps, and tools while the pointer is on it. */
export const FlowEdgeLine = memo(function FlowEdgeLine(props: EdgeProps<CanvasEdge>) {
  const { id, data, selected, source, target, sourceX, sourceY, targetX, targetY } = props
  const words = useNodeWords()
  const actions = useCanvasActions()
  const state = useEdgeState(id)
  const ends = { sourceX, sourceY, targetX, targetY }
  const [from, to] = useEndBoxes(source, target, !isForward(ends))
  const path = edgePath(ends, from, to)
  const far = useStore((store) => Math.abs(targetX - sourceX) * store.transform[2] > LONG)
  const room = useStore((store) => Math.hypot(targetX - sourceX, targetY - sourceY) * store.transform[2] > ROOM)
  if (!data) return null
  const { role, outcome, type, readOnly, trace } = data
  const active = selected || state !== null
  const label = outcome ? words.outcome(type, outcome) : data.edge.outcome
  const labelled = (active && room) || (far && role !== 'main' && trace !== 'not-taken')
  return (
    <>
      <BaseEdge
        path={path.d}
        interactionWidth={24}
        className={classes.line}
        markerEnd="url(#pb-arrow)"
        data-role={role}
        data-active={active || undefined}
        data-drop={state === 'drop' || undefined}
        data-trace={trace}
      />
      {(labelled || (active && !readOnly)) && (
        <EdgeLabelRenderer>
          <div
            className={classes.middle}
            style={{ transform: `translate(-50%, -50%) translate(${path.labelX}px, ${path.labelY}px)` }}
            data-active={active || undefined}
            data-edge={id}
          >
            {labelled && (
              <span className={classes.label} data-role={role}>
                {label}
              </span>
            )}
            {state === 'hover' && !readOnly && actions.insertOnEdge && <EdgeTools edge={id} />}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
