import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useActions, useEditor } from '../session/EditorContext'
import classes from './AlignTools.module.css'

const alignIcons = [
  ['left', IconLayoutAlignLeft],
  ['center', IconLayoutAlignCenter],
  ['right', IconLayoutAlignRight],
  ['top', IconLayoutAlignTop],
  ['middle', IconLayoutAlignMiddle],
  ['bottom', IconLayoutAlignBottom],
] as const
const distributeIcons = [
  ['horizontal', IconLayoutDistributeVertical],
  ['vertical', IconLayoutDistributeHorizontal],
] as const

/** Lines the selected cards up, or spaces them evenly. */
export function AlignTools() {
  const t = useTranslations('editor.menu')
  const actions = useActions()
  const count = useEditor((state) => state.selection.nodes.length + state.selection.notes.length)
  return (
    <fieldset className={classes.align} aria-label={t('align')}>
      {alignIcons.map(([to, Icon]) => (
        <Tool key={to} label={t(`aligns.${to}`)} onClick={() => actions.align(to)}>
          <Icon size={16} stroke={1.75} />
        </Tool>
      ))}
      {distributeIcons.map(([axis, Icon]) => (
        <Tool key={axis} label={t(`distributes.${axis}`)} disabled={count < 3} onClick={() => actions.distribute(axis)}>
          <Icon size={16} stroke={1.75} />
        </Tool>
      ))}
    </fieldset>
  )
}

function Tool({
  label,
  disabled,
  onClick,
  children,
}: {
  label: string
  disabled?: boolean
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <Tooltip label={label} openDelay={250}>
      <ActionIcon aria-label={label} size={26} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
