import { ScrollArea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { NodeIcon } from '../canvas/NodeIcon'
import { useActions, useEditor } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './SelectionSummary.module.css'

/** Several steps selected: which, and one click to have just one of them. */
export function SelectionSummary() {
  const t = useTranslations('editor.inspector')
  const words = useNodeWords()
  const actions = useActions()
  const nodes = useEditor((state) => state.document.nodes)
  const selected = useEditor((state) => state.selection.nodes)
  const picked = nodes.filter((node) => selected.includes(node.id))
  return (
    <ScrollArea className={classes.scroll} type="hover" scrollbarSize={6}>
      <p className={classes.hint}>{t('selectionHint', { count: picked.length })}</p>
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
