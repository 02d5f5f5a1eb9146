import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { NodeDefinition } from '@/engine/flow'
import { NodeIcon } from '../canvas/NodeIcon'
import { findNode } from '../model/edits/nodes'
import { useActions, useEditor, useSession } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './NodeHeader.module.css'
import { NodeHelp } from './NodeHelp'

interface Props {
  readonly id: string
  readonly type: string
  readonly definition: NodeDefinition | null
  readonly readOnly: boolean
}

/** What kind of step it is, and the analyst's own name for it. */
export function NodeHeader({ id, type, definition, readOnly }: Props) {
  const t = useTranslations('editor.inspector')
  const words = useNodeWords()
  const actions = useActions()
  const { canvas } = useSession()
  const name = useEditor((state) => findNode(state.document, id)?.name) ?? ''
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  const typeName = words.typeName(type)
  return (
    <header className={classes.header} data-category={definition?.category}>
      <span className={classes.icon} aria-hidden>
        <NodeIcon type={type} size={18} />
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
            actions.rename(id, event.currentTarget.value)
          }}
          onBlur={() => setTyped(name)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.stopPropagation()
              event.preventDefault()
              canvas.current?.focus(id)
            }
          }}
        />
        {name && name !== typeName && <span className={classes.type}>{typeName}</span>}
      </div>
      {definition && <NodeHelp type={type} />}
    </header>
  )
}
