'use client'

import { useTranslations } from 'next-intl'
import { ShownOnceDialog } from '@/app/ui/fields/ShownOnceDialog'

export interface Access {
  readonly name: string
  readonly email: string
  readonly password: string
  /** An existing user got a new password. */
  readonly reset: boolean
}

/** A user's first or new password, shown once. */
export function UserPassword({ access, onClose }: { access: Access | null; onClose: () => void }) {
  const t = useTranslations('users.password')
  const common = useTranslations('common')
  const name = access?.name ?? ''
  return (
    <ShownOnceDialog
      title={access?.reset ? t('resetTitle', { name }) : t('title', { name })}
      text={t('text')}
      fields={
        access && [
          { label: t('email'), value: access.email },
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
