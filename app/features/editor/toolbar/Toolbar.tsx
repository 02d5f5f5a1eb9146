import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconHandStop,
  IconLayoutSidebarLeftExpand,
  IconMap2,
  IconNote,
  IconPlus,
  IconPointer,
  IconSearch,
  IconSitemap,
} from '@tabler/icons-react'
import { useStore } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { KeyHint } from '@/app/ui/feedback/KeyHint'
import { keysOf, type ShortcutId } from '../keyboard/shortcuts'
import { useArrange } from '../layout/useArrange'
import { useActions, useEditor, useSession, useUi } from '../session/EditorContext'
import classes from './Toolbar.module.css'

const icon = { size: 17, stroke: 1.75 }

/** The tools at hand, floating over the canvas. */
export function Toolbar() {
  const t = useTranslations('editor.toolbar')
  const commands = useTranslations('editor.commands')
  const { ui, canvas } = useSession()
  const actions = useActions()
  const arrange = useArrange()
  const readOnly = useEditor((state) => state.readOnly)
  const tool = useUi((state) => state.tool)
  const palette = useUi((state) => state.palette)
  const minimap = useUi((state) => state.minimap)
  const undo = useEditor((state) => state.history.done.at(-1)?.name)
  const redo = useEditor((state) => state.history.undone.at(-1)?.name)
  const zoom = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('label')}>
      {!palette && !readOnly && (
        <Tool label={t('palette')} onClick={() => ui.setState({ palette: true })}>
          <IconLayoutSidebarLeftExpand {...icon} />
        </Tool>
      )}
      <Tool label={t('select')} shortcut="selectTool" pressed={tool === 'select'} onClick={() => ui.setState({ tool: 'select' })}>
        <IconPointer {...icon} />
      </Tool>
      <Tool label={t('hand')} shortcut="handTool" pressed={tool === 'hand'} onClick={() => ui.setState({ tool: 'hand' })}>
        <IconHandStop {...icon} />
      </Tool>
      {!readOnly && (
        <>
          <span className={classes.line} />
          <Tool label={t('add')} shortcut="add" onClick={actions.quickAddHere}>
            <IconPlus {...icon} />
          </Tool>
          <Tool label={t('note')} shortcut="note" onClick={() => actions.addNote()}>
            <IconNote {...icon} />
          </Tool>
          <span className={classes.line} />
          <Tool
            label={undo ? t('undo', { what: commands(undo) }) : t('undoNothing')}
            shortcut="undo"
            disabled={!undo}
            onClick={actions.undo}
          >
            <IconArrowBackUp {...icon} />
          </Tool>
          <Tool
            label={redo ? t('redo', { what: commands(redo) }) : t('redoNothing')}
            shortcut="redo"
            disabled={!redo}
            onClick={actions.redo}
          >
            <IconArrowForwardUp {...icon} />
          </Tool>
          <Tool label={t('arrange')} shortcut="arrange" onClick={() => void arrange()}>
            <IconSitemap {...icon} />
          </Tool>
        </>
      )}
      <span className={classes.line} />
      <Tool label={t('find')} shortcut="find" onClick={() => ui.setState({ find: true })}>
        <IconSearch {...icon} />
      </Tool>
      <Tool label={t('minimap')} pressed={minimap} onClick={() => ui.setState({ minimap: !minimap })}>
        <IconMap2 {...icon} />
      </Tool>
      <Menu position="top" withinPortal>
        <Menu.Target>
          <Tooltip label={t('zoom')}>
            <UnstyledButton className={classes.zoom} aria-label={t('zoomAt', { zoom })}>
              {zoom}%
            </UnstyledButton>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={<KeyHint keys={['+']} />} closeMenuOnClick={false} onClick={() => canvas.current?.zoom('in')}>
            {t('zoomIn')}
          </Menu.Item>
          <Menu.Item rightSection={<KeyHint keys={['-']} />} closeMenuOnClick={false} onClick={() => canvas.current?.zoom('out')}>
            {t('zoomOut')}
          </Menu.Item>
          <Menu.Item rightSection={<KeyHint keys={keysOf('actualSize')} />} onClick={() => canvas.current?.zoom('actual')}>
            {t('actualSize')}
          </Menu.Item>
          <Menu.Item rightSection={<KeyHint keys={keysOf('fit')} />} onClick={() => canvas.current?.fit()}>
            {t('fit')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly shortcut?: ShortcutId
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ label, shortcut, pressed, disabled, onClick, children }: ToolProps) {
  return (
    <Tooltip
      position="top"
      label={
        <span className={classes.hint}>
          {label}
          {shortcut && <KeyHint keys={keysOf(shortcut)} />}
        </span>
      }
    >
      <ActionIcon
        size={32}
        aria-label={label}
        aria-pressed={pressed}
        className={classes.tool}
        // a disabled button shows no tooltip, and its name would be lost to keyboard users
        aria-disabled={disabled || undefined}
        data-off={disabled || undefined}
        onClick={disabled ? undefined : onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
