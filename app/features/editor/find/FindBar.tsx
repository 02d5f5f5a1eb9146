import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { find } from '../model/find'
import { useActions, useEditor, useSession, useUi } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './FindBar.module.css'
import { FindResults } from './FindResults'

/** Finds steps and notes by name, type, spoken words, keys or expressions; Enter goes from one to the next. */
export function FindBar() {
  const opened = useUi((state) => state.find)
  return opened ? <Opened /> : null
}

function Opened() {
  const t = useTranslations('editor.find')
  const { ui, canvas, surroundings } = useSession()
  const actions = useActions()
  const words = useNodeWords()
  const document = useEditor((state) => state.document)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  // the first Enter shows the first hit, each one after it the next
  const [shownFor, setShownFor] = useState<string | null>(null)
  const wanted = useDeferredValue(query)
  const input = useRef<HTMLInputElement>(null)
  const hitsOf = useCallback(
    (text: string) => {
      const explain = surroundings.getState().explain
      return find(document, text, (node) => ({
        title: words.title(node),
        type: words.typeName(node.type),
        also: explain(node).outcomes.map((outcome) => words.outcome(node.type, outcome)),
      }))
    },
    [document, words, surroundings],
  )
  const hits = useMemo(() => hitsOf(wanted), [hitsOf, wanted])
  useEffect(() => input.current?.select(), [])

  const show = (index: number) => {
    // what is drawn may be of what stood there before the last letters
    const found = wanted === query ? hits : hitsOf(query)
    const to = (index + found.length) % found.length
    const hit = found[to]
    if (!hit) return
    setAt(to)
    setShownFor(query)
    actions.goTo(hit.id)
  }
  const close = () => {
    ui.setState({ find: false })
    const hit = hits[at]
    if (hit) canvas.current?.focus(hit.id)
  }
  return (
    <search className={classes.bar}>
      <div className={classes.line}>
        <TextInput
          ref={input}
          data-autofocus
          autoFocus
          variant="unstyled"
          size="sm"
          className={classes.input}
          leftSection={<IconSearch size={15} stroke={1.75} />}
          placeholder={t('placeholder')}
          aria-label={t('placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape') close()
            else if (event.key === 'Enter') show(event.shiftKey ? at - 1 : shownFor === query ? at + 1 : 0)
            else if (event.key === 'ArrowDown') show(at + 1)
            else if (event.key === 'ArrowUp') show(at - 1)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <output className={classes.count}>{query ? t('count', { at: hits.length ? at + 1 : 0, count: hits.length }) : ''}</output>
        <ActionIcon size="sm" aria-label={t('previous')} onClick={() => show(at - 1)} disabled={hits.length === 0}>
          <IconChevronUp size={15} />
        </ActionIcon>
        <ActionIcon size="sm" aria-label={t('next')} onClick={() => show(at + 1)} disabled={hits.length === 0}>
          <IconChevronDown size={15} />
        </ActionIcon>
        <ActionIcon size="sm" aria-label={t('close')} onClick={close}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      {query && <FindResults hits={hits} at={at} onPick={show} />}
    </search>
  )
}
