import { Portal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { NodeId } from '@/engine/flow'
import { NodeIcon } from '../canvas/NodeIcon'
import { useActions, useEditor, useSession, useUi } from '../session/EditorContext'
import type { QuickAdd } from '../session/ui-store'
import { useNodeWords } from '../words/useNodeWords'
import { grouped } from './catalogue'
import classes from './QuickAddList.module.css'
import { useCatalogue } from './useCatalogue'

/** The list of steps at a place on the canvas: what could come here, or next. Keyboard first. */
export function QuickAddList() {
  const quickAdd = useUi((state) => state.quickAdd)
  // a new place is a new list
  return quickAdd ? <Opened key={`${quickAdd.screen.x} ${quickAdd.screen.y}`} quickAdd={quickAdd} /> : null
}

interface Option {
  readonly id: string
  readonly group: string
  readonly icon: string
  readonly category: string | undefined
  readonly label: string
  readonly hint: string
  readonly run: () => string | null
}

function Opened({ quickAdd }: { quickAdd: QuickAdd }) {
  const t = useTranslations('editor.palette')
  const { ui, canvas } = useSession()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const options = useOptions(quickAdd, query)
  const box = useRef<HTMLDivElement | null>(null)
  const listId = useId()

  const place = useCallback(
    (element: HTMLDivElement | null) => {
      box.current = element
      placeInside(element, quickAdd)
    },
    [quickAdd],
  )
  const close = () => ui.setState({ quickAdd: null })
  const choose = (option: Option | undefined) => {
    if (!option) return
    close()
    const id = option.run()
    if (id) {
      canvas.current?.focus(id)
      requestAnimationFrame(() => canvas.current?.reveal(id))
    }
  }
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) ui.setState({ quickAdd: null })
    }
    window.addEventListener('pointerdown', outside, true)
    return () => window.removeEventListener('pointerdown', outside, true)
  }, [ui])
  const shown = Math.min(active, options.length - 1)

  return (
    <Portal>
      <div ref={place} className={classes.box} role="dialog" aria-label={quickAdd.from ? t('next') : t('add')}>
        <input
          className={classes.input}
          // biome-ignore lint/a11y/noAutofocus: the list was just asked for
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={options[shown] ? `${listId}-${shown}` : undefined}
          aria-label={t('search')}
          placeholder={quickAdd.targets ? t('searchTargets') : quickAdd.from ? t('nextPlaceholder') : t('search')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.nativeEvent.isComposing) return
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (by !== 0) {
              event.preventDefault()
              setActive((shown + by + options.length) % Math.max(1, options.length))
            } else if (event.key === 'Enter') {
              event.preventDefault()
              choose(options[shown])
            } else if (event.key === 'Escape' || event.key === 'Tab') {
              event.preventDefault()
              close()
              canvas.current?.focus(quickAdd.from?.from ?? null)
            }
          }}
        />
        <div className={classes.list} id={listId} role="listbox" aria-label={t('title')}>
          {options.map((option, index) => (
            <div key={option.id} role="presentation">
              {option.group !== options[index - 1]?.group && (
                <div className={classes.group} role="presentation">
                  {option.group}
                </div>
              )}
              <OptionRow
                option={option}
                id={`${listId}-${index}`}
                active={index === shown}
                onHover={() => setActive(index)}
                onPick={() => choose(option)}
              />
            </div>
          ))}
          {options.length === 0 && <p className={classes.none}>{t('none', { query })}</p>}
        </div>
      </div>
    </Portal>
  )
}

function OptionRow({
  option,
  id,
  active,
  onHover,
  onPick,
}: {
  option: Option
  id: string
  active: boolean
  onHover: () => void
  onPick: () => void
}) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that names it as its active option
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={classes.option}
      data-active={active || undefined}
      data-category={option.category}
      data-option={option.id}
      onPointerMove={onHover}
      onClick={onPick}
    >
      <span className={classes.icon} aria-hidden>
        <NodeIcon type={option.icon} size={15} />
      </span>
      <span className={classes.label}>{option.label}</span>
      <span className={classes.hint}>{option.hint}</span>
    </div>
  )
}

function useOptions(quickAdd: QuickAdd, query: string): Option[] {
  const t = useTranslations('editor.palette')
  const actions = useActions()
  const { definitions } = useSession()
  const words = useNodeWords()
  const items = useCatalogue(query)
  const document = useEditor((state) => state.document)
  return useMemo(() => {
    const fresh = (query ? [{ category: null, items }] : grouped(items)).flatMap((group) =>
      group.items.map(
        (item): Option => ({
          id: item.type,
          group: query ? t('newStep') : t(`categories.${item.category}`),
          icon: item.type,
          category: item.category,
          label: item.name,
          hint: item.description,
          run: () => actions.addStep(item.type, quickAdd),
        }),
      ),
    )
    const { from, targets } = quickAdd
    if (!from || !targets) return fresh
    const wanted = query.toLocaleLowerCase()
    const existing = document.nodes.flatMap((node): Option[] => {
      const id = NodeId.parse(node.id)
      const edge = { ...from, to: id }
      const label = words.title(node)
      if (!label.toLocaleLowerCase().includes(wanted) || actions.illegal(edge)) return []
      return [
        {
          id: `to:${node.id}`,
          group: t('existing'),
          icon: node.type,
          category: definitions.get(node.type)?.category,
          label,
          hint: node.name ? words.typeName(node.type) : '',
          run: () => {
            actions.connect(edge)
            return from.from
          },
        },
      ]
    })
    return [...existing, ...fresh]
  }, [quickAdd, query, items, document.nodes, actions, words, definitions, t])
}

const MARGIN = 12

/** Keeps the list inside the window, wherever it was asked for. */
function placeInside(element: HTMLElement | null, { screen }: QuickAdd) {
  if (!element) return
  const { width, height } = element.getBoundingClientRect()
  const x = Math.max(MARGIN, Math.min(screen.x, window.innerWidth - width - MARGIN))
  const y = Math.max(MARGIN, Math.min(screen.y - 20, window.innerHeight - height - MARGIN))
  element.style.translate = `${x}px ${y}px`
}
