'use client'

import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { FullPage } from './FullPage'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useTranslations('common')
  return (
    <FullPage>
      <EmptyState
        level={1}
        icon={<IconMapOff size={20} stroke={1.75} />}
        title={t('notFoundTitle')}
        description={t('notFoundText')}
        action={
          <Button component={Link} href="/" variant="default">
            {t('goHome')}
          </Button>
        }
      />
    </FullPage>
  )
}
