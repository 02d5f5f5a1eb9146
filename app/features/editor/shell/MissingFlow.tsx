import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/ui/feedback/EmptyState'

/** The address of a flow that is not there. */
export function MissingFlow() {
  const t = useTranslations('editor.missing')
  return (
    <EmptyState
      level={1}
      icon={<IconMapOff size={20} stroke={1.75} />}
      title={t('title')}
      description={t('text')}
      action={
        <Button component={Link} href="/flows" variant="default">
          {t('back')}
        </Button>
      }
    />
  )
}
