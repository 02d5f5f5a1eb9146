import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { pickFirst } from '@/app/features/shared/pickFirst'
import classes from './EditorCommands.module.css'
import { useCommandGroups } from './useCommandGroups'

/** Ctrl+K in the editor: add a step, do anything, go to any step. */
export function EditorCommands() {
  const t = useTranslations('editor.palette')
  const groups = useCommandGroups()
  return (
    <Spotlight
      actions={groups}
      // the editor's own key handler opens it, so that it also works from fields
      shortcut={null}
      highlightQuery
      limit={14}
      scrollable
      overlayProps={{ backgroundOpacity: 0.28, blur: 0 }}
      classNames={{ action: classes.action, actionsGroup: classes.group }}
      maxHeight={440}
      nothingFound={t('noCommand')}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.75} />,
        placeholder: t('commandHint'),
        'aria-label': t('commands'),
        onFocus: (event) => pickFirst(event.currentTarget),
      }}
    />
  )
}
