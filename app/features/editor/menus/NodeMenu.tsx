import { Menu } from '@mantine/core'
import { IconCopy, IconCopyPlus, IconCut, IconPencil, IconPlugConnected, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useActions, useEditor, useSession, useSurroundings } from '../session/EditorContext'
import { Entry } from './Entry'

const size = 15

export function NodeMenu({ id }: { id: string }) {
  const t = useTranslations('editor.menu')
  const actions = useActions()
  const { ui } = useSession()
  const readOnly = useEditor((state) => state.readOnly)
  const node = useEditor((state) => state.document.nodes.find((node) => node.id === id))
  const explain = useSurroundings((state) => state.explain)
  if (!node) return null
  const { definition, outcomes } = explain(node)
  const entry = definition?.singleton ?? false
  const edit = (path: readonly string[]) =>
    ui.setState((before) => ({ side: 'inspector', field: { nodeId: id, path, nonce: (before.field?.nonce ?? 0) + 1 } }))
  if (readOnly) return <Entry icon={<IconCopy size={size} />} label={t('copy')} shortcut="copy" onClick={() => void actions.copy()} />
  return (
    <>
      <Entry icon={<IconPencil size={size} />} label={t('rename')} shortcut="rename" onClick={() => edit(['$name'])} />
      <Entry
        icon={<IconPlugConnected size={size} />}
        label={t('connect')}
        shortcut="connect"
        disabled={outcomes.length === 0}
        onClick={() => ui.setState({ connectFrom: id })}
      />
      <Menu.Divider />
      <Entry icon={<IconCut size={size} />} label={t('cut')} shortcut="cut" disabled={entry} onClick={() => void actions.cut()} />
      <Entry icon={<IconCopy size={size} />} label={t('copy')} shortcut="copy" disabled={entry} onClick={() => void actions.copy()} />
      <Entry icon={<IconCopyPlus size={size} />} label={t('duplicate')} shortcut="duplicate" disabled={entry} onClick={actions.duplicate} />
      <Menu.Divider />
      <Entry
        icon={<IconTrash size={size} />}
        label={t('delete')}
        shortcut="delete"
        danger
        disabled={entry}
        onClick={actions.removeSelection}
      />
    </>
  )
}
