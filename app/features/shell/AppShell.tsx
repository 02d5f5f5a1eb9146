'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './AppShell.module.css'
import { Navigation } from './Navigation'
import { QuickJump } from './QuickJump'

/** Navigation on the left, the page on the right. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <Navigation />
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <QuickJump />
    </div>
  )
}
