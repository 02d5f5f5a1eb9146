import { IconArrowLeft, IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { Point } from '../model/geometry'
import { edgeKey } from '../model/keys'
import { useActions, useEditor } from '../session/EditorContext'
import { Entry } from './Entry'

const size = 15

export function EdgeMenu({ edge: key, at, screen }: { edge: string; at: Point; screen: Point }) {
  const t = useTranslations('editor.menu')
  const actions = useActions()
  const readOnly = useEditor((state) => state.readOnly)
  const edge = useEditor((state) => state.document.edges.find((edge) => edgeKey(edge) === key))
  if (!edge) return null
  return (
    <>
      {!readOnly && (
        <Entry
          icon={<IconPlus size={size} />}
          label={t('insert')}
          onClick={() => actions.openQuickAdd({ screen, at: { x: at.x - 132, y: at.y - 24 }, edge: key })}
        />
      )}
      <Entry icon={<IconArrowLeft size={size} />} label={t('goToSource')} onClick={() => actions.take(edge.from)} />
      <Entry icon={<IconArrowRight size={size} />} label={t('goToTarget')} onClick={() => actions.take(edge.to)} />
      {!readOnly && (
        <Entry icon={<IconTrash size={size} />} label={t('deleteEdge')} shortcut="delete" danger onClick={() => actions.disconnect(key)} />
      )}
    </>
  )
}
