import { Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'

/** What was done, and the way to take it back. */
export function UndoNotice({ text, onUndo }: { text: string; onUndo: (() => void) | null }) {
  const t = useTranslations('editor.versions')
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <span>{text}</span>
      {onUndo && (
        <Button size="compact-xs" variant="default" onClick={onUndo}>
          {t('undo')}
        </Button>
      )}
    </Group>
  )
}
