import { Handle, type NodeProps, Position, useUpdateNodeInternals } from '@xyflow/react'
import { memo, useContext, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Outcome } from '@/engine/flow'
import { useNodeWords } from '../words/useNodeWords'
import { CardHeader } from './CardHeader'
import { ExitRow } from './ExitRow'
import classes from './StepCard.module.css'
import { Summary } from './Summary'
import { type StepNode, TARGET_PORT } from './types'
import { UiContext } from './useEdgeState'

/** A step on the canvas: what it does, and a port for each of its exits. */
export const StepCard = memo(function StepCard({ id, data, selected, dragging }: NodeProps<StepNode>) {
  const { node, explanation, exits, moduleExits, connected, problems, live, readOnly, trace } = data
  const words = useNodeWords()
  const definition = explanation.definition
  const leads = new Set(connected.split(' '))
  const keys = new Map(explanation.summary.flatMap((line) => (line.kind === 'key' ? [[line.outcome, line] as const] : [])))
  const ui = useContext(UiContext)
  const drop = useStore(ui, (state) => (state.dropNode?.id === id ? (state.dropNode.legal ? 'yes' : 'no') : undefined))
  useMovedPorts(id, exits)
  return (
    <div
      className={classes.card}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      data-category={definition?.category}
      data-unknown={definition ? undefined : true}
      data-severity={worst(problems)}
      data-drop={drop}
      data-live={live > 0 || undefined}
      data-trace={trace ? (trace.visits.length > 0 ? (trace.failed ? 'failed' : 'visited') : 'passed') : undefined}
    >
      {!definition?.singleton && (
        <Handle
          type="target"
          id={TARGET_PORT}
          position={Position.Left}
          className={classes.target}
          isConnectableStart={false}
          isConnectable={!readOnly}
        />
      )}
      <CardHeader node={node} definition={definition} problems={problems} live={live} trace={trace} />
      <Summary node={node} explanation={explanation} exits={exits} moduleExits={moduleExits} />
      {exits.length > 0 && (
        <ul className={classes.exits}>
          {exits.map((outcome) => (
            <ExitRow
              key={outcome.id}
              nodeId={id}
              outcome={outcome}
              label={keys.get(outcome.id)?.label ?? words.outcome(node.type, outcome)}
              keycap={keys.get(outcome.id)?.key}
              leads={leads.has(outcome.id)}
              readOnly={readOnly}
              problem={problems?.find((problem) => problem.outcome === outcome.id)?.severity}
            />
          ))}
        </ul>
      )}
    </div>
  )
})

/**
 * React Flow measures ports when a card appears or changes its size; it has to be told when they only changed places. Told
 * of each card as it appears, it would go through all others each time.
 */
function useMovedPorts(id: string, exits: readonly Outcome[]) {
  const update = useUpdateNodeInternals()
  const order = exits.map((outcome) => outcome.id).join(' ')
  const known = useRef(order)
  useEffect(() => {
    if (known.current === order) return
    known.current = order
    update(id)
  }, [id, order, update])
}

function worst(problems: StepNode['data']['problems']) {
  if (!problems || problems.length === 0) return undefined
  return problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning'
}
