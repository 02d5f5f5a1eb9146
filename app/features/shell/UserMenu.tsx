'use client'

import { Avatar, Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { signOut } from '@/app/features/login/auth'
import { useMe } from '@/app/features/shared/me'
import { useSetLocale } from '@/app/features/shared/useSetLocale'
import { useRoleName } from '@/app/features/users/roles'
import { localeNames, locales } from '@/app/i18n/locales'
import nav from './Navigation.module.css'
import classes from './UserMenu.module.css'

/** Who is signed in; language, theme, account, sign-out. */
export function UserMenu() {
  const t = useTranslations('shell')
  const roleName = useRoleName()
  const me = useMe()
  const locale = useLocale()
  const setLocale = useSetLocale()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const mounted = useMounted()
  if (!me) return null
  return (
    <Menu position="right-end" width={264} closeOnItemClick>
      <Menu.Target>
        <UnstyledButton className={nav.link} title={t('userMenu', { name: me.user.name })}>
          <Avatar
            size={18}
            radius="xl"
            color="signal"
            variant="filled"
            name={me.user.name}
            aria-hidden
            classNames={{ placeholder: classes.initials }}
          />
          <span className={nav.label}>{me.user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <div className={classes.name}>{me.user.name}</div>
          <div className={classes.email}>{me.user.email}</div>
          <div className={classes.email}>{roleName(me.user.role)}</div>
        </div>
        <Menu.Divider />
        <div className={classes.choice}>
          <span id="user-menu-language">{t('language')}</span>
          <SegmentedControl
            aria-labelledby="user-menu-language"
            value={locale}
            onChange={(value) => setLocale(value === 'zh-CN' ? 'zh-CN' : 'en')}
            data={locales.map((value) => ({ value, label: localeNames[value] }))}
          />
        </div>
        <div className={classes.choice}>
          <span id="user-menu-theme">{t('theme')}</span>
          <SegmentedControl
            aria-labelledby="user-menu-theme"
            value={mounted ? colorScheme : 'auto'}
            onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
            data={[
              { value: 'light', label: t('themeLight') },
              { value: 'dark', label: t('themeDark') },
              { value: 'auto', label: t('themeAuto') },
            ]}
          />
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} href="/account" leftSection={<IconUserCircle size={16} stroke={1.75} />}>
          {t('account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
