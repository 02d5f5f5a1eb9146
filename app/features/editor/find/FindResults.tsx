import { IconNote } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { NodeIcon } from '../canvas/NodeIcon'
import type { Hit } from '../model/find'
import { useEditor } from '../session/EditorContext'
import classes from './FindBar.module.css'

const SHOWN = 8

/** The first hits, with the words around them. */
export function FindResults({ hits, at, onPick }: { hits: readonly Hit[]; at: number; onPick: (index: number) => void }) {
  const t = useTranslations('editor.find')
  const nodes = useEditor((state) => state.document.nodes)
  if (hits.length === 0) return <p className={classes.none}>{t('none')}</p>
  const from = Math.max(0, Math.min(at - 3, hits.length - SHOWN))
  return (
    <ul className={classes.results}>
      {hits.slice(from, from + SHOWN).map((hit, offset) => (
        <li key={hit.id}>
          <button
            type="button"
            className={classes.hit}
            data-active={from + offset === at || undefined}
            onClick={() => onPick(from + offset)}
          >
            <span className={classes.icon} aria-hidden>
              {hit.kind === 'note' ? (
                <IconNote size={15} stroke={1.75} />
              ) : (
                <NodeIcon type={nodes.find((node) => node.id === hit.id)?.type ?? ''} size={15} />
              )}
            </span>
            <span className={classes.title}>{hit.title || t('untitled')}</span>
            {hit.excerpt && <span className={classes.excerpt}>{hit.excerpt}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
