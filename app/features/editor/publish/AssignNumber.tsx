import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useCan } from '@/app/features/shared/me'
import { NumberForm } from './NumberForm'

/** After the first publication: which number leads here. */
export function AssignNumber({ onAssigned, onSkip }: { onAssigned: (number: string) => void; onSkip: () => void }) {
  const t = useTranslations('editor.publish')
  const can = useCan()
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {can('number.assign') ? t('assignExplain') : t('mayNotAssign')}
      </Text>
      {can('number.assign') && <NumberForm onAssigned={onAssigned} />}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" size="xs" onClick={onSkip}>
          {t('notNow')}
        </Button>
      </Group>
    </Stack>
  )
}
