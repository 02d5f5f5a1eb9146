import { Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Outcome } from '@/engine/flow'
import { RoleIcon } from '../canvas/RoleIcon'
import { findNode } from '../model/edits/nodes'
import { useActions, useEditor, useSession, useSurroundings, useUi } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './ContextMenu.module.css'

/** Connecting by keyboard: first the exit, then (in the list of steps) where it leads. */
export function ConnectMenu() {
  const from = useUi((state) => state.connectFrom)
  return from === null ? null : <Opened key={from} from={from} />
}

function Opened({ from }: { from: string }) {
  const t = useTranslations('editor.menu')
  const { ui, canvas } = useSession()
  const actions = useActions()
  const words = useNodeWords()
  const document = useEditor((state) => state.document)
  const explain = useSurroundings((state) => state.explain)
  const node = findNode(document, from)
  const box = canvas.current?.boxOf(from)
  if (!node || !box || !canvas.current) return null
  const screen = canvas.current.toScreen({ x: box.x + box.width + 8, y: box.y + 24 })
  const outcomes = explain(node).outcomes
  const target = (outcome: Outcome) => {
    const edge = document.edges.find((edge) => edge.from === from && edge.outcome === outcome.id)
    const to = edge && findNode(document, edge.to)
    return to ? words.title(to) : t('leadsNowhere')
  }
  const close = () => {
    ui.setState({ connectFrom: null })
    canvas.current?.focus(from)
  }
  return (
    <Menu
      opened
      onClose={close}
      position="right-start"
      offset={2}
      width={260}
      withinPortal
      // it gives the keyboard to the first entry twice, each time a moment later: the second would take an arrow key back
      trapFocus={false}
      // a card's right side may be out of the window; the menu is not
      hideDetached={false}
    >
      <Menu.Target>
        <span className={classes.anchor} style={{ left: screen.x, top: screen.y }} />
      </Menu.Target>
      <Menu.Dropdown
        className={classes.menu}
        ref={takeKeyboard}
        onKeyDown={(event) => {
          if (event.key !== 'Tab') return
          event.preventDefault()
          close()
        }}
      >
        <Menu.Label>{outcomes.length > 0 ? t('chooseExit') : t('noExits')}</Menu.Label>
        {outcomes.map((outcome) => (
          <Menu.Item
            key={outcome.id}
            leftSection={<RoleIcon role={outcome.role} size={14} />}
            rightSection={<span className={classes.where}>{target(outcome)}</span>}
            onClick={() => {
              ui.setState({ connectFrom: null })
              const exit = { from: node.id, outcome: outcome.id }
              actions.openQuickAdd({ screen, at: actions.after(exit), from: exit, targets: true })
            }}
          >
            {words.outcome(node.type, outcome)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** In the commit that shows the menu, so that no key pressed after it goes elsewhere. */
function takeKeyboard(menu: HTMLDivElement | null) {
  if (!menu || menu.contains(menu.ownerDocument.activeElement)) return
  const first = menu.querySelector<HTMLElement>('[role="menuitem"]') ?? menu
  first.focus({ preventScroll: true })
}
