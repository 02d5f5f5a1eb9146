'use client'

import { Tooltip, UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconInbox, IconPhoneCall, IconSearch, IconSettings, IconSitemap } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useCan } from '@/app/features/shared/me'
import { DialButton } from './DialButton'
import { HealthIndicator } from './HealthIndicator'
import { Logo } from './Logo'
import { LiveCallCount, UnheardCount } from './NavCounts'
import classes from './Navigation.module.css'
import { NavLink } from './NavLink'
import { QuickJumpHint } from './QuickJumpHint'
import { settingsPages } from './settingsPages'
import { UserMenu } from './UserMenu'

/** The left column. */
export function Navigation() {
  const t = useTranslations('shell')
  const can = useCan()
  const firstSetting = settingsPages.find(({ permission }) => can(permission))
  return (
    <nav className={classes.nav} aria-label={t('navigation')}>
      <div className={classes.brand}>
        <Logo />
        <span className={classes.product}>{t('product')}</span>
        <Tooltip label={<QuickJumpHint />}>
          <UnstyledButton className={classes.search} onClick={spotlight.open} aria-label={t('quickJump')}>
            <IconSearch size={15} stroke={2} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </div>
      <div className={classes.links}>
        {can('flow.view') && <NavLink href="/flows" icon={IconSitemap} label={t('flows')} />}
        {can('call.view') && <NavLink href="/calls" icon={IconPhoneCall} label={t('calls')} badge={<LiveCallCount />} />}
        {can('call.listen') && <NavLink href="/messages" icon={IconInbox} label={t('messages')} badge={<UnheardCount />} />}
        {firstSetting && <NavLink href={firstSetting.href} under="/settings" icon={IconSettings} label={t('settings')} />}
      </div>
      <div className={classes.foot}>
        {can('phone.use') && <DialButton />}
        <HealthIndicator />
        <UserMenu />
      </div>
    </nav>
  )
}
