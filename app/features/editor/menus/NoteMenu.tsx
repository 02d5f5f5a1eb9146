import { Menu } from '@mantine/core'
import { IconCopy, IconCopyPlus, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useActions, useEditor, useSession } from '../session/EditorContext'
import { Entry } from './Entry'

const size = 15

export function NoteMenu({ id }: { id: string }) {
  const t = useTranslations('editor.menu')
  const actions = useActions()
  const { ui } = useSession()
  const readOnly = useEditor((state) => state.readOnly)
  if (readOnly) return <Entry icon={<IconCopy size={size} />} label={t('copy')} shortcut="copy" onClick={() => void actions.copy()} />
  return (
    <>
      <Entry icon={<IconPencil size={size} />} label={t('writeNote')} shortcut="edit" onClick={() => ui.setState({ editingNote: id })} />
      <Entry icon={<IconCopy size={size} />} label={t('copy')} shortcut="copy" onClick={() => void actions.copy()} />
      <Entry icon={<IconCopyPlus size={size} />} label={t('duplicate')} shortcut="duplicate" onClick={actions.duplicate} />
      <Menu.Divider />
      <Entry icon={<IconTrash size={size} />} label={t('delete')} shortcut="delete" danger onClick={actions.removeSelection} />
    </>
  )
}
