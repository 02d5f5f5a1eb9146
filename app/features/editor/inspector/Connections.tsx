import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Outcome } from '@/engine/flow'
import { findNode } from '../model/edits/nodes'
import { exits } from '../model/explain'
import { useEditor, useSurroundings } from '../session/EditorContext'
import { Connection } from './Connection'
import classes from './Connections.module.css'

interface Props {
  readonly id: string
  readonly type: string
  readonly readOnly: boolean
}

const none: readonly Outcome[] = []

/** Where each exit leads: follow, cut, or connect it from here. */
export function Connections({ id, type, readOnly }: Props) {
  const t = useTranslations('editor.inspector')
  const explain = useSurroundings((state) => state.explain)
  const nodeId = useEditor(({ document }) => findNode(document, id)?.id)
  // both stay the same while one types
  const edges = useEditor(({ document }) => document.edges)
  const described = useEditor(({ document }) => {
    const node = findNode(document, id)
    return node ? explain(node).outcomes : none
  })
  const outcomes = useMemo(() => exits(edges, id, described), [edges, id, described])
  if (nodeId === undefined || outcomes.length === 0) return null
  return (
    <section className={classes.section} aria-label={t('connections')}>
      <h3 className={classes.title}>{t('connections')}</h3>
      <ul className={classes.list}>
        {outcomes.map((outcome) => (
          <Connection key={outcome.id} nodeId={nodeId} type={type} outcome={outcome} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  )
}
