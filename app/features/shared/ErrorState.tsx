'use client'

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { useProblemText } from './useProblemText'

/** What a page shows instead of its content when that could not be loaded. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('common')
  const text = useProblemText()
  return (
    <EmptyState
      tone="bad"
      icon={<IconAlertTriangle size={20} stroke={1.75} />}
      title={t('loadFailed')}
      description={text(error)}
      action={
        onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    />
  )
}
