import { Handle, Position } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { Diagnostic, Outcome } from '@/engine/flow'
import { useCanvasActions } from './CanvasActions'
import classes from './ExitRow.module.css'
import { RoleIcon } from './RoleIcon'

interface Props {
  readonly nodeId: string
  readonly outcome: Outcome
  readonly label: string
  /** The telephone key that takes this exit. */
  readonly keycap: string | undefined
  /** Whether an edge leaves here. */
  readonly leads: boolean
  readonly readOnly: boolean
  readonly problem: Diagnostic['severity'] | undefined
}

/** One exit: its words, and the port that an edge is drawn from. A click on an open port offers what could come next. */
export const ExitRow = memo(function ExitRow({ nodeId, outcome, label, keycap, leads, readOnly, problem }: Props) {
  const t = useTranslations('editor.card')
  const actions = useCanvasActions()
  return (
    <li className={classes.row} data-role={outcome.role} data-leads={leads || undefined} data-problem={problem}>
      {keycap ? <kbd className={classes.keycap}>{keycap}</kbd> : <RoleIcon role={outcome.role} className={classes.icon} />}
      <span className={classes.label}>{label || (keycap ? t('key') : '')}</span>
      <Handle
        type="source"
        id={outcome.id}
        position={Position.Right}
        className={classes.port}
        isConnectable={!readOnly}
        isConnectableEnd={false}
        data-outcome={outcome.id}
        data-role={outcome.role}
        data-leads={leads || undefined}
        title={readOnly ? undefined : leads ? t('portLeads') : t('portOpen')}
        onClick={(event) => actions.clickPort?.({ from: nodeId, outcome: outcome.id }, event)}
      />
    </li>
  )
})
