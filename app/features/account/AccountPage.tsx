'use client'

import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { useLocale, useTranslations } from 'next-intl'
import { useMe } from '@/app/features/shared/me'
import { useSetLocale } from '@/app/features/shared/useSetLocale'
import { useRoleName } from '@/app/features/users/roles'
import { isLocale, localeNames, locales } from '@/app/i18n/locales'
import { Page } from '@/app/ui/layout/Page'
import { PageHeader } from '@/app/ui/layout/PageHeader'
import { Section } from '@/app/ui/layout/Section'
import { PasswordForm } from './PasswordForm'
import { Row } from './Row'

/** One's own profile, language, theme and password. */
export function AccountPage() {
  const t = useTranslations('account')
  const shell = useTranslations('shell')
  const me = useMe()
  const roleName = useRoleName()
  const locale = useLocale()
  const setLocale = useSetLocale()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const mounted = useMounted()
  return (
    <Page width="narrow" header={<PageHeader title={t('title')} />}>
      <Section title={t('profile')} description={t('profileHelp')}>
        <Stack gap="sm">
          <Row label={t('name')}>{me?.user.name}</Row>
          <Row label={t('email')}>{me?.user.email}</Row>
          <Row label={t('role')}>{me && roleName(me.user.role)}</Row>
        </Stack>
      </Section>
      <Section title={t('appearance')}>
        <Stack gap="sm">
          <Row label={<span id="account-language">{t('language')}</span>}>
            <SegmentedControl
              aria-labelledby="account-language"
              value={locale}
              onChange={(value) => isLocale(value) && setLocale(value)}
              data={locales.map((value) => ({ value, label: localeNames[value] }))}
            />
          </Row>
          <Row label={<span id="account-theme">{t('theme')}</span>}>
            <SegmentedControl
              aria-labelledby="account-theme"
              value={mounted ? colorScheme : 'auto'}
              onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
              data={[
                { value: 'light', label: shell('themeLight') },
                { value: 'dark', label: shell('themeDark') },
                { value: 'auto', label: shell('themeAuto') },
              ]}
            />
            <Text component="span" size="xs" c="dimmed">
              {t('themeHelp')}
            </Text>
          </Row>
        </Stack>
      </Section>
      <Section title={t('password.title')} description={t('password.help')}>
        <PasswordForm />
      </Section>
    </Page>
  )
}
