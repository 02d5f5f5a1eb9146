import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { setHead } from '../model/edits/flow'
import { useEditor, useSession } from '../session/EditorContext'
import classes from './TopBar.module.css'

/** The flow's name, to be changed where it stands. */
export function FlowName() {
  const t = useTranslations('editor.top')
  const { editor } = useSession()
  const name = useEditor((state) => state.document.name)
  const readOnly = useEditor((state) => state.readOnly)
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  const commit = () => {
    if (!editor.getState().run({ name: 'flow-settings', edit: (document) => setHead(document, { name: typed }) })) setTyped(name)
  }
  if (readOnly) return <h1 className={classes.name}>{name}</h1>
  return (
    <h1 className={classes.nameBox}>
      <span className={classes.measure} aria-hidden>
        {typed || ' '}
      </span>
      <input
        className={classes.nameInput}
        aria-label={t('name')}
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            event.stopPropagation()
            setTyped(name)
            requestAnimationFrame(() => (event.target as HTMLInputElement).blur()) // the input that this handler is on
          }
        }}
      />
    </h1>
  )
}
