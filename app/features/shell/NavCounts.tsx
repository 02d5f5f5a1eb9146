'use client'

import { useTranslations } from 'next-intl'
import { useLiveCallCount } from '@/app/features/calls/live/LiveCalls'
import { StatusDot } from '@/app/ui/feedback/StatusBadge'
import classes from './Navigation.module.css'

/** Beside "Calls": how many are live. */
export function LiveCallCount() {
  const t = useTranslations('shell')
  const count = useLiveCallCount()
  if (count === 0) return null
  return (
    <span className={classes.count} data-live title={t('liveCalls', { count })}>
      <StatusDot tone="ok" pulse />
      {count}
    </span>
  )
}

/** Beside "Messages": how many nobody has heard. */
export function UnheardCount() {
  return null
}
