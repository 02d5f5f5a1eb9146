import { Menu } from '@mantine/core'
import { IconCopy, IconCopyPlus, IconCut, IconSitemap, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useArrange } from '../layout/useArrange'
import { useActions, useEditor } from '../session/EditorContext'
import { AlignTools } from './AlignTools'
import { Entry } from './Entry'

const size = 15

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
      <AlignTools />
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
