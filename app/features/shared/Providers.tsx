'use client'

import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cssVariables } from '@/app/ui/theme/theme'
import { ApiProvider } from './ApiProvider'
import { useLocalTheme } from './useLocalTheme'
import 'dayjs/locale/zh-cn'

const dayjsLocale = { en: 'en', 'zh-CN': 'zh-cn' } as const

/** Everything a page may rely on: theme, language, data, dialogs, notifications. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const t = useTranslations('common')
  const locale = useLocale()
  const theme = useLocalTheme()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      <DatesProvider settings={{ locale: dayjsLocale[locale], firstDayOfWeek: 1 }}>
        <ApiProvider>
          <ModalsProvider labels={{ confirm: t('confirm'), cancel: t('cancel') }}>
            {children}
            <Notifications position="bottom-right" limit={4} />
          </ModalsProvider>
        </ApiProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
