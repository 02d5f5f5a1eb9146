import { Button, ScrollArea } from '@mantine/core'
import { IconSitemap } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { NodeIcon } from '../canvas/NodeIcon'
import { useArrange } from '../layout/useArrange'
import { AlignTools } from '../menus/AlignTools'
import { useActions, useEditor } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './SelectionSummary.module.css'

/** Several steps selected: lining them up, which they are, and one click to have just one of them. */
export function SelectionSummary() {
  const t = useTranslations('editor.inspector')
  const words = useNodeWords()
  const menu = useTranslations('editor.menu')
  const actions = useActions()
  const arrange = useArrange()
  const readOnly = useEditor((state) => state.readOnly)
  const nodes = useEditor((state) => state.document.nodes)
  const selected = useEditor((state) => state.selection.nodes)
  const picked = nodes.filter((node) => selected.includes(node.id))
  return (
    <ScrollArea className={classes.scroll} type="hover" scrollbarSize={6}>
      <p className={classes.hint}>{t('selectionHint', { count: picked.length })}</p>
      {!readOnly && (
        <div className={classes.tools}>
          <AlignTools />
          <Button size="xs" variant="default" fullWidth leftSection={<IconSitemap size={15} />} onClick={() => void arrange()}>
            {menu('arrangeSelected')}
          </Button>
        </div>
      )}
      <ul className={classes.list}>
        {picked.map((node) => (
          <li key={node.id}>
            <button type="button" className={classes.item} onClick={() => actions.take(node.id)}>
              <NodeIcon type={node.type} size={15} />
              {words.title(node)}
            </button>
          </li>
        ))}
      </ul>
    </ScrollArea>
  )
}
