import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconCopy,
  IconCopyPlus,
  IconCut,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconSitemap,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useArrange } from '../layout/useArrange'
import { useActions, useEditor } from '../session/EditorContext'
import { Entry } from './Entry'
import classes from './SelectionMenu.module.css'

const size = 15

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

export function SelectionMenu() {
  const t = useTranslations('editor.menu')
  const actions = useActions()
  const arrange = useArrange()
  const readOnly = useEditor((state) => state.readOnly)
  const count = useEditor((state) => state.selection.nodes.length + state.selection.notes.length)
  if (readOnly) return <Entry icon={<IconCopy size={size} />} label={t('copy')} shortcut="copy" onClick={() => void actions.copy()} />
  return (
    <>
      <Menu.Label>{t('selected', { count })}</Menu.Label>
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
      <Entry icon={<IconSitemap size={size} />} label={t('arrangeSelected')} shortcut="arrange" onClick={() => void arrange()} />
      <Menu.Divider />
      <Entry icon={<IconCut size={size} />} label={t('cut')} shortcut="cut" onClick={() => void actions.cut()} />
      <Entry icon={<IconCopy size={size} />} label={t('copy')} shortcut="copy" onClick={() => void actions.copy()} />
      <Entry icon={<IconCopyPlus size={size} />} label={t('duplicate')} shortcut="duplicate" onClick={actions.duplicate} />
      <Menu.Divider />
      <Entry icon={<IconTrash size={size} />} label={t('delete')} shortcut="delete" danger onClick={actions.removeSelection} />
    </>
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
