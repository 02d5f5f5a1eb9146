'use client'

import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/ui/feedback/EmptyState'

/** A list whose search or filters leave nothing. */
export function NothingMatches({ onClear }: { onClear: () => void }) {
  const t = useTranslations('common')
  return (
    <EmptyState
      icon={<IconSearchOff size={20} stroke={1.75} />}
      title={t('nothingMatches')}
      description={t('nothingMatchesText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    />
  )
}
