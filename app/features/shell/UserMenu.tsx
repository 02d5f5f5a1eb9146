'use client'

import { Avatar, Popover, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useDisclosure, useMounted } from '@mantine/hooks'
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
  const [opened, { toggle, close }] = useDisclosure(false)
  if (!me) return null
  return (
    <Popover opened={opened} onDismiss={close} position="right-end" width={264} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={nav.link} data-open={opened || undefined} title={t('userMenu', { name: me.user.name })} onClick={toggle}>
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
      </Popover.Target>
      <Popover.Dropdown className={classes.panel}>
        <div className={classes.who}>
          <div className={classes.name}>{me.user.name}</div>
          <div className={classes.email}>{me.user.email}</div>
          <div className={classes.email}>{roleName(me.user.role)}</div>
        </div>
        <div className={classes.line} />
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
        <div className={classes.line} />
        <UnstyledButton component={Link} href="/account" className={classes.item} onClick={close}>
          <IconUserCircle size={16} stroke={1.75} aria-hidden />
          {t('account')}
        </UnstyledButton>
        <UnstyledButton className={classes.item} onClick={() => void signOut()}>
          <IconLogout size={16} stroke={1.75} aria-hidden />
          {t('signOut')}
        </UnstyledButton>
      </Popover.Dropdown>
    </Popover>
  )
}
