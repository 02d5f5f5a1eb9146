import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { usePhonePanel } from '@/app/features/phone'
import { useCan } from '@/app/features/shared/me'
import { useSession } from '../session/EditorContext'

/** It is live: where, and hear it at once. */
export function PublishedNote({ number, onClose }: { number: string | undefined; onClose: () => void }) {
  const t = useTranslations('editor.publish')
  const can = useCan()
  const { flowId } = useSession()
  const phone = usePhonePanel()
  return (
    <Stack gap="md">
      <Text size="sm">{number ? t('done', { number }) : t('doneModule')}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus={number ? undefined : true}>
          {t('close')}
        </Button>
        {number && can('phone.use') && (
          <Button
            leftSection={<IconPhoneCall size={16} stroke={1.75} />}
            data-autofocus
            onClick={() => {
              onClose()
              phone.open({ number, flowId, call: true })
            }}
          >
            {t('callNow')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
