'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/app/features/shared/trpc'
import { ShownOnceDialog } from '@/app/ui/fields/ShownOnceDialog'

export interface PhoneAccess {
  readonly extension: string
  readonly password: string
  /** An existing phone got a new password. */
  readonly reset: boolean
}

/** What to type into the phone: server, user, password; shown once. */
export function PhonePassword({ access, onClose }: { access: PhoneAccess | null; onClose: () => void }) {
  const t = useTranslations('settings.phones')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const port = useQuery(trpc.system.health.queryOptions()).data?.sipPort ?? 5060
  const extension = access?.extension ?? ''
  return (
    <ShownOnceDialog
      title={access?.reset ? t('passwordReset', { extension }) : t('passwordTitle', { extension })}
      text={t('passwordText')}
      fields={
        access && [
          { label: t('server'), value: `${window.location.hostname}:${port}` },
          { label: t('user'), value: access.extension },
          { label: t('password'), value: access.password },
        ]
      }
      copyLabel={common('copy')}
      copiedLabel={common('copied')}
      doneLabel={common('done')}
      onClose={onClose}
    />
  )
}
