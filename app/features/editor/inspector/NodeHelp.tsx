import { ActionIcon, Button, Popover, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useActions, useEditor } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import { exampleOf } from './example-of'

/** What the step is for, and an example to put beside one's own. */
export function NodeHelp({ type }: { type: string }) {
  const t = useTranslations('editor.inspector')
  const words = useNodeWords()
  const actions = useActions()
  const readOnly = useEditor((state) => state.readOnly)
  const [opened, setOpened] = useState(false)
  const example = exampleOf(type)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} withinPortal trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t('help')} aria-expanded={opened} onClick={() => setOpened((before) => !before)}>
          <IconHelpCircle size={17} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{words.typeDescription(type)}</Text>
        {example && !readOnly && (
          <Button
            size="compact-xs"
            variant="default"
            mt="sm"
            onClick={() => {
              setOpened(false)
              actions.pasteText(example)
            }}
          >
            {t('insertExample')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
