import { Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Outcome } from '@/engine/flow'
import { RoleIcon } from '../canvas/RoleIcon'
import { useActions, useEditor, useSession, useSurroundings, useUi } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './ContextMenu.module.css'

/** Connecting by keyboard: first the exit, then (in the list of steps) where it leads. */
export function ConnectMenu() {
  const t = useTranslations('editor.menu')
  const { ui, canvas } = useSession()
  const actions = useActions()
  const words = useNodeWords()
  const from = useUi((state) => state.connectFrom)
  const document = useEditor((state) => state.document)
  const explain = useSurroundings((state) => state.explain)
  const node = document.nodes.find((node) => node.id === from)
  const box = node ? canvas.current?.boxOf(node.id) : null
  const outcomes = node ? explain(node).outcomes : []
  const screen = box && canvas.current ? canvas.current.toScreen({ x: box.x + box.width + 8, y: box.y + 24 }) : null
  const target = (outcome: Outcome) => {
    const edge = document.edges.find((edge) => edge.from === from && edge.outcome === outcome.id)
    const to = edge && document.nodes.find((node) => node.id === edge.to)
    return to ? words.title(to) : t('leadsNowhere')
  }
  const close = () => {
    ui.setState({ connectFrom: null })
    if (from) canvas.current?.focus(from)
  }
  return (
    <Menu
      key={from}
      opened={node !== undefined && screen !== null}
      onClose={close}
      position="right-start"
      offset={2}
      width={260}
      withinPortal
      trapFocus
    >
      <Menu.Target>
        <span className={classes.anchor} style={screen ? { left: screen.x, top: screen.y } : undefined} />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>{t('chooseExit')}</Menu.Label>
        {node &&
          screen &&
          outcomes.map((outcome) => (
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
        {outcomes.length === 0 && <Menu.Label>{t('noExits')}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  )
}
