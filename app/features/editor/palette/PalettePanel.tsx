import { ActionIcon, ScrollArea, TextInput, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useActions, useSession } from '../session/EditorContext'
import { grouped } from './catalogue'
import { DragGhost } from './DragGhost'
import { PaletteItem } from './PaletteItem'
import classes from './PalettePanel.module.css'
import { useCatalogue } from './useCatalogue'
import { usePaletteDrag } from './usePaletteDrag'

/** All step types, to be dragged on to the canvas or on to an edge, or clicked to follow the selected step. */
export function PalettePanel() {
  const t = useTranslations('editor.palette')
  const { ui } = useSession()
  const actions = useActions()
  const [query, setQuery] = useState('')
  const items = useCatalogue(query)
  const { drag, begin } = usePaletteDrag()
  return (
    <aside className={classes.panel} aria-label={t('title')}>
      <div className={classes.head}>
        <TextInput
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return // Enter confirms a Chinese word, Escape takes it back
            const [first] = items
            if (event.key === 'Enter' && first) actions.addNext(first.type)
            if (event.key === 'Escape') setQuery('')
          }}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={14} stroke={1.75} />}
          size="xs"
          className={classes.search}
        />
        <Tooltip label={t('collapse')}>
          <ActionIcon aria-label={t('collapse')} size="md" onClick={() => ui.setState({ palette: false })}>
            <IconLayoutSidebarLeftCollapse size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </div>
      <ScrollArea className={classes.list} type="hover" scrollbarSize={6}>
        {grouped(items).map((group) => (
          <section key={group.category} className={classes.group} aria-label={t(`categories.${group.category}`)}>
            <h2 className={classes.category}>{t(`categories.${group.category}`)}</h2>
            <ul>
              {group.items.map((item) => (
                <PaletteItem
                  key={item.type}
                  item={item}
                  onDrag={(event) => begin(item.type, event)}
                  onAdd={() => actions.addNext(item.type)}
                />
              ))}
            </ul>
          </section>
        ))}
        {items.length === 0 && <p className={classes.none}>{t('none', { query })}</p>}
      </ScrollArea>
      <p className={classes.hint}>{t('hint')}</p>
      {drag && <DragGhost drag={drag} />}
    </aside>
  )
}
