'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useLiveCallCount } from '@/app/features/calls/live/LiveCalls'
import { useTRPC } from '@/app/features/shared/trpc'
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
  const t = useTranslations('shell')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.recordings.unheard.queryOptions(undefined, { refetchInterval: 60_000 }))
  if (!data?.count) return null
  return (
    <span className={classes.count} title={t('unheard', { count: data.count })}>
      {data.count}
    </span>
  )
}
