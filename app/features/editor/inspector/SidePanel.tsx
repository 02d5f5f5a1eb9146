import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { onlyNode } from '../model/selection'
import { useEditor, useSession } from '../session/EditorContext'
import type { Side } from '../session/ui-store'
import { VersionsPanel } from '../versions/VersionsPanel'
import { FlowSettings } from './FlowSettings'
import { NodeInspector } from './NodeInspector'
import { SelectionSummary } from './SelectionSummary'
import classes from './SidePanel.module.css'

/** The right column: the selected step's fields, the flow's own, or its versions. */
export function SidePanel({ side }: { side: Side }) {
  const t = useTranslations('editor.inspector')
  const { ui } = useSession()
  const node = useEditor((state) => onlyNode(state.selection))
  const many = useEditor((state) => state.selection.nodes.length + state.selection.notes.length > 1)
  const title = side === 'versions' ? t('versions') : node ? t('step') : many ? t('selection') : t('flow')
  return (
    <aside className={classes.panel} aria-label={title} data-testid={side === 'versions' ? 'versions-panel' : 'inspector'}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <Tooltip label={t('close')}>
          <ActionIcon size="sm" aria-label={t('close')} onClick={() => ui.setState({ side: side === 'versions' ? 'inspector' : null })}>
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      </header>
      {side === 'versions' ? (
        <VersionsPanel />
      ) : node ? (
        <NodeInspector key={node} id={node} />
      ) : many ? (
        <SelectionSummary />
      ) : (
        <FlowSettings />
      )}
    </aside>
  )
}
