'use client'

import { ActionIcon, Button, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { rememberLocale } from '@/app/features/shared/rememberLocale'
import { localeNames, locales } from '@/app/i18n/locales'
import classes from './LoginPage.module.css'

/** Language and theme for who is not signed in yet. */
export function LoginPreferences() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  const { toggleColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.preferences}>
      {locales.map((other) => (
        <Button
          key={other}
          lang={other}
          size="xs"
          variant="subtle"
          color="gray"
          aria-pressed={other === locale}
          c={other === locale ? undefined : 'dimmed'}
          onClick={() => {
            rememberLocale(other)
            router.refresh()
          }}
        >
          {localeNames[other]}
        </Button>
      ))}
      <ActionIcon size={28} aria-label={t('theme')} onClick={toggleColorScheme}>
        <IconSun size={16} stroke={1.75} className="mantine-light-hidden" />
        <IconMoon size={16} stroke={1.75} className="mantine-dark-hidden" />
      </ActionIcon>
    </div>
  )
}
