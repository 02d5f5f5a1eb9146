import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { NodeId, Outcome } from '@/engine/flow'
import { RoleIcon } from '../canvas/RoleIcon'
import { findNode } from '../model/edits/nodes'
import { edgeKey } from '../model/keys'
import { useActions, useEditor } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './Connections.module.css'

interface Props {
  readonly nodeId: NodeId
  readonly type: string
  readonly outcome: Outcome
  readonly readOnly: boolean
}

/** One exit and where it leads. */
export const Connection = memo(function Connection({ nodeId, type, outcome, readOnly }: Props) {
  const t = useTranslations('editor.inspector')
  const words = useNodeWords()
  const actions = useActions()
  const edge = useEditor(({ document }) => document.edges.find(({ from, outcome: exit }) => from === nodeId && exit === outcome.id))
  const target = useEditor(({ document }) => {
    const node = edge && findNode(document, edge.to)
    return node && words.title(node)
  })
  const label = words.outcome(type, outcome)
  return (
    <li className={classes.row} data-role={outcome.role}>
      <RoleIcon role={outcome.role} size={14} className={classes.icon} />
      <span className={classes.label} title={label}>
        {label}
      </span>
      {edge && target !== undefined ? (
        <>
          <UnstyledButton className={classes.target} onClick={() => actions.take(edge.to)} title={t('goTo', { name: target })}>
            {target}
          </UnstyledButton>
          {!readOnly && (
            <ActionIcon size={20} aria-label={t('disconnect', { outcome: label })} onClick={() => actions.disconnect(edgeKey(edge))}>
              <IconX size={12} />
            </ActionIcon>
          )}
        </>
      ) : readOnly ? (
        <span className={classes.nowhere}>{t('nowhere')}</span>
      ) : (
        <Tooltip label={t('connect', { outcome: label })}>
          <UnstyledButton
            className={classes.add}
            aria-label={t('connect', { outcome: label })}
            onClick={(event) => {
              const { left, top } = event.currentTarget.getBoundingClientRect()
              const exit = { from: nodeId, outcome: outcome.id }
              actions.openQuickAdd({ screen: { x: left - 340, y: top + 20 }, at: actions.after(exit), from: exit, targets: true })
            }}
          >
            <IconPlus size={13} stroke={2} aria-hidden />
            {t('connectShort')}
          </UnstyledButton>
        </Tooltip>
      )}
    </li>
  )
})
