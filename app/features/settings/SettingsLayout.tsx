'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useCan } from '@/app/features/shared/me'
import { settingsPages } from '@/app/features/shell/settingsPages'
import classes from './SettingsLayout.module.css'

/** A second column with the settings that one may see. */
export function SettingsLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('settings')
  const path = usePathname()
  const can = useCan()
  const pages = settingsPages.filter(({ permission }) => can(permission))
  // whose role has no settings is told so by the page; an empty column beside it would only puzzle
  if (pages.length === 0) return children
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label={t('navigation')}>
        <h2 className={classes.title}>{t('title')}</h2>
        {pages.map(({ key, href, icon: IconOf }) => (
          <Link key={key} href={href} className={classes.link} aria-current={path === href ? 'page' : undefined}>
            <IconOf size={16} stroke={1.75} aria-hidden />
            {t(`${key}.title`)}
          </Link>
        ))}
      </nav>
      <div className={classes.page}>{children}</div>
    </div>
  )
}
