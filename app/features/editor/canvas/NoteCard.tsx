import { type NodeProps, NodeResizer } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import { memo, useContext, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { NOTE_MIN, noteColors } from '../model/edits/notes'
import { useCanvasActions } from './CanvasActions'
import classes from './NoteCard.module.css'
import { NoteText } from './NoteText'
import type { NoteNode } from './types'
import { UiContext } from './useEdgeState'

/** A note on the canvas: click to select, double-click or Enter to write; colours while selected. */
export const NoteCard = memo(function NoteCard({ id, data, selected }: NodeProps<NoteNode>) {
  const t = useTranslations('editor.note')
  const ui = useContext(UiContext)
  const editing = useStore(ui, (state) => state.editingNote === id) && !data.readOnly
  const { changeNote } = useCanvasActions()
  const { note } = data
  return (
    <div className={classes.note} data-color={note.color} data-selected={selected || undefined}>
      {selected && !data.readOnly && (
        <>
          <NodeResizer
            minWidth={NOTE_MIN.width}
            minHeight={NOTE_MIN.height}
            handleClassName={classes.handle}
            lineClassName={classes.edge}
          />
          <div className={`${classes.colors} nodrag`} role="radiogroup" aria-label={t('color')}>
            {noteColors.map((color) => (
              <label key={color} className={classes.swatch} data-color={color} title={t(`colors.${color}`)}>
                <input
                  type="radio"
                  name={`note-${id}`}
                  aria-label={t(`colors.${color}`)}
                  checked={note.color === color}
                  onChange={() => changeNote?.(id, { color })}
                />
              </label>
            ))}
          </div>
        </>
      )}
      {editing ? (
        <NoteEditor text={note.text} onChange={(text) => changeNote?.(id, { text })} onDone={() => ui.setState({ editingNote: null })} />
      ) : note.text ? (
        <NoteText text={note.text} />
      ) : (
        <p className={classes.empty}>{t('empty')}</p>
      )}
    </div>
  )
})

function NoteEditor({ text, onChange, onDone }: { text: string; onChange: (text: string) => void; onDone: () => void }) {
  const t = useTranslations('editor.note')
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [])
  return (
    <textarea
      ref={area}
      className={`${classes.editor} nodrag nopan nowheel`}
      aria-label={t('text')}
      value={text}
      maxLength={5000}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onDone}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) event.currentTarget.blur()
      }}
    />
  )
}
