import { Menu } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useSession, useUi } from '../session/EditorContext'
import type { MenuTarget, UiState } from '../session/ui-store'
import { CanvasMenu } from './CanvasMenu'
import classes from './ContextMenu.module.css'
import { EdgeMenu } from './EdgeMenu'
import { NodeMenu } from './NodeMenu'
import { NoteMenu } from './NoteMenu'
import { SelectionMenu } from './SelectionMenu'

/** The menu at the pointer: for the canvas, a step, a note, an edge, or several of them. */
export function ContextMenu() {
  const { ui, canvas } = useSession()
  const menu = useUi((state) => state.menu)
  const focusAfter = useRef<string | null>(null)
  useEffect(() => {
    if (menu) focusAfter.current = holder(menu.target)
  }, [menu])
  const close = () => {
    ui.setState({ menu: null })
    if (focusAfter.current) canvas.current?.focus(focusAfter.current)
  }
  return (
    <Menu
      key={menu ? `${menu.screen.x} ${menu.screen.y}` : 'none'}
      opened={menu !== null}
      onClose={close}
      position="bottom-start"
      offset={2}
      width={232}
      withinPortal
      trapFocus
    >
      <Menu.Target>
        <span className={classes.anchor} style={menu ? { left: menu.screen.x, top: menu.screen.y } : undefined} />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>{menu && <Entries menu={menu} />}</Menu.Dropdown>
    </Menu>
  )
}

/** What has the keyboard again when the menu closes; an edge's is the step that it comes from. */
function holder(target: MenuTarget): string | null {
  if (target.kind === 'node' || target.kind === 'note') return target.id
  return target.kind === 'edge' ? (target.key.split('|', 1)[0] ?? null) : null
}

function Entries({ menu }: { menu: NonNullable<UiState['menu']> }) {
  switch (menu.target.kind) {
    case 'canvas':
      return <CanvasMenu at={menu.at} screen={menu.screen} />
    case 'node':
      return <NodeMenu id={menu.target.id} />
    case 'note':
      return <NoteMenu id={menu.target.id} />
    case 'edge':
      return <EdgeMenu edge={menu.target.key} at={menu.at} screen={menu.screen} />
    case 'selection':
      return <SelectionMenu />
  }
}
