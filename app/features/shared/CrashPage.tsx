'use client'

import { Button, Code } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { FullPage } from './FullPage'

/** A page that broke while it was shown. `digest` finds the error in the server's log. */
export function CrashPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  return (
    <FullPage>
      <EmptyState
        level={1}
        tone="bad"
        icon={<IconAlertTriangle size={20} stroke={1.75} />}
        title={t('crashTitle')}
        description={
          <>
            {t('crashText')}
            {error.digest && (
              <>
                <br />
                <Code>{t('crashReference', { digest: error.digest })}</Code>
              </>
            )}
          </>
        }
        action={
          <>
            <Button onClick={reset}>{t('retry')}</Button>
            <Button component="a" href="/" variant="default">
              {t('goHome')}
            </Button>
          </>
        }
      />
    </FullPage>
  )
}
