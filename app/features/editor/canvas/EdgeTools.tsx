import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useCanvasActions } from './CanvasActions'
import classes from './FlowEdgeLine.module.css'

/** Insert and delete, on the edge under the pointer. */
export function EdgeTools({ edge }: { edge: string }) {
  const t = useTranslations('editor.edge')
  const { insertOnEdge, deleteEdge } = useCanvasActions()
  return (
    <span className={`${classes.tools} nodrag nopan`}>
      <button type="button" title={t('insert')} aria-label={t('insert')} onClick={(event) => insertOnEdge?.(edge, event)}>
        <IconPlus size={14} stroke={2} aria-hidden />
      </button>
      <button type="button" title={t('delete')} aria-label={t('delete')} onClick={() => deleteEdge?.(edge)}>
        <IconTrash size={13} stroke={1.75} aria-hidden />
      </button>
    </span>
  )
}
