import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { FlowNode, NodeDefinition } from '@/engine/flow'
import { NodeIcon } from '../canvas/NodeIcon'
import { useActions, useSession } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './NodeHeader.module.css'
import { NodeHelp } from './NodeHelp'

/** What kind of step it is, and the analyst's own name for it. */
export function NodeHeader({ node, definition, readOnly }: { node: FlowNode; definition: NodeDefinition | null; readOnly: boolean }) {
  const t = useTranslations('editor.inspector')
  const words = useNodeWords()
  const actions = useActions()
  const { canvas } = useSession()
  const [typed, setTyped] = useState(node.name ?? '')
  useEffect(() => setTyped(node.name ?? ''), [node.name])
  const typeName = words.typeName(node.type)
  return (
    <header className={classes.header} data-category={definition?.category}>
      <span className={classes.icon} aria-hidden>
        <NodeIcon type={node.type} size={18} />
      </span>
      <div className={classes.names} data-field='["$name"]'>
        <input
          className={classes.name}
          aria-label={t('name')}
          placeholder={typeName}
          value={typed}
          maxLength={80}
          readOnly={readOnly}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            actions.rename(node.id, event.currentTarget.value)
          }}
          onBlur={() => setTyped(node.name ?? '')}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.stopPropagation()
              event.preventDefault()
              canvas.current?.focus(node.id)
            }
          }}
        />
        {node.name && node.name !== typeName && <span className={classes.type}>{typeName}</span>}
      </div>
      {definition && <NodeHelp type={node.type} />}
    </header>
  )
}
