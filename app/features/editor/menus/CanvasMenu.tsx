import { Menu } from '@mantine/core'
import { IconClipboard, IconFocusCentered, IconLayoutDistributeHorizontal, IconNote, IconPlus, IconSelectAll } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useArrange } from '../layout/useArrange'
import type { Point } from '../model/geometry'
import { useActions, useEditor, useSession } from '../session/EditorContext'
import { Entry } from './Entry'

const size = 15

export function CanvasMenu({ at, screen }: { at: Point; screen: Point }) {
  const t = useTranslations('editor.menu')
  const actions = useActions()
  const { canvas } = useSession()
  const arrange = useArrange()
  const readOnly = useEditor((state) => state.readOnly)
  return (
    <>
      {!readOnly && (
        <>
          <Entry
            icon={<IconPlus size={size} />}
            label={t('addStep')}
            shortcut="add"
            onClick={() => actions.openQuickAdd({ screen, at: { x: at.x - 132, y: at.y - 24 } })}
          />
          <Entry icon={<IconNote size={size} />} label={t('addNote')} shortcut="note" onClick={() => actions.addNote(at)} />
          <Entry icon={<IconClipboard size={size} />} label={t('paste')} shortcut="paste" onClick={() => void actions.paste(at)} />
          <Menu.Divider />
          <Entry
            icon={<IconLayoutDistributeHorizontal size={size} />}
            label={t('arrange')}
            shortcut="arrange"
            onClick={() => void arrange()}
          />
        </>
      )}
      <Entry icon={<IconSelectAll size={size} />} label={t('selectAll')} shortcut="selectAll" onClick={actions.selectAll} />
      <Entry icon={<IconFocusCentered size={size} />} label={t('fit')} shortcut="fit" onClick={() => canvas.current?.fit()} />
    </>
  )
}
