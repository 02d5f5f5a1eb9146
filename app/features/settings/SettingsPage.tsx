'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Guard } from '@/app/features/shared/Guard'
import { type SettingsPage as Known, settingsPages } from '@/app/features/shell/settingsPages'
import { Page } from '@/app/ui/layout/Page'
import { PageHeader } from '@/app/ui/layout/PageHeader'

interface Props {
  of: Known['key']
  actions?: ReactNode
  /** A row under the title: search. */
  tools?: ReactNode
  children: ReactNode
}

/** Frame of one settings page: its title and description, and its permission. */
export function SettingsPage({ of, actions, tools, children }: Props) {
  const t = useTranslations('settings')
  const permission = settingsPages.find(({ key }) => key === of)?.permission ?? 'settings.manage'
  return (
    <Guard permission={permission}>
      <Page
        width="narrow"
        header={
          <PageHeader title={t(`${of}.title`)} description={t(`${of}.description`)} actions={actions}>
            {tools}
          </PageHeader>
        }
      >
        {children}
      </Page>
    </Guard>
  )
}
