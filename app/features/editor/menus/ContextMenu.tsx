import { Menu } from '@mantine/core'
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
  const { ui, canvas, editor } = useSession()
  const menu = useUi((state) => state.menu)
  const close = () => {
    const { menu, quickAdd, connectFrom, editingNote } = ui.getState()
    ui.setState({ menu: null })
    // what an entry opened takes the keyboard by itself
    if (!menu || quickAdd || connectFrom || editingNote) return
    const { nodes, notes } = editor.getState().selection
    canvas.current?.focus(notes.at(-1) ?? nodes.at(-1) ?? holder(menu.target))
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

/** What has the keyboard again with nothing selected: of an edge the step that it comes from, else the canvas. */
function holder(target: MenuTarget): string | null {
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
