'use client'

import { UnstyledButton } from '@mantine/core'
import { IconDialpad } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { usePhonePanel } from '@/app/features/phone'
import nav from './Navigation.module.css'

/** Opens the browser phone to dial any number. */
export function DialButton() {
  const t = useTranslations('shell')
  const panel = usePhonePanel()
  return (
    <UnstyledButton
      className={nav.link}
      data-open={panel.opened || undefined}
      aria-expanded={panel.opened}
      title={t('phone')}
      onClick={() => (panel.opened ? panel.close() : panel.open())}
    >
      <IconDialpad className={nav.icon} stroke={1.75} aria-hidden />
      <span className={nav.label}>{t('phone')}</span>
    </UnstyledButton>
  )
}
