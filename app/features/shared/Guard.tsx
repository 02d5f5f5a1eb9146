'use client'

import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Permission } from '@/app/server/permissions'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { FullPage } from './FullPage'
import classes from './FullPage.module.css'
import { useCan } from './me'

interface Props {
  readonly permission: Permission
  /** For pages without the navigation beside them. */
  readonly whole?: boolean
  readonly children: ReactNode
}

/** Says that a page is not for one's role instead of asking the server for what it will refuse. */
export function Guard({ permission, whole, children }: Props) {
  const t = useTranslations('common')
  const can = useCan()
  if (can(permission)) return children
  const refusal = (
    <EmptyState
      level={1}
      icon={<IconLock size={20} stroke={1.75} />}
      title={t('forbiddenTitle')}
      description={t('forbiddenText')}
      action={
        <Button component={Link} href="/" variant="default">
          {t('goHome')}
        </Button>
      }
    />
  )
  return whole ? <FullPage>{refusal}</FullPage> : <div className={classes.inside}>{refusal}</div>
}
