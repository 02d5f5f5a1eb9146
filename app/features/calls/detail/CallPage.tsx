'use client'

import { Button, Skeleton, Stack } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { ErrorState } from '@/app/features/shared/ErrorState'
import { Guard } from '@/app/features/shared/Guard'
import { problemOf } from '@/app/features/shared/problem'
import { useTRPC } from '@/app/features/shared/trpc'
import { useRefreshSoon } from '@/app/features/shared/useRefreshSoon'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { BackLink } from '@/app/ui/layout/BackLink'
import { PageHeader } from '@/app/ui/layout/PageHeader'
import { useLiveEvents } from '../live/LiveCalls'
import { CallHeader } from './CallHeader'
import classes from './CallPage.module.css'
import { CallSessions } from './CallSessions'

/** One call: its way through the flow and every step it took. A call under way is followed. */
export function CallPage({ interactionId }: { interactionId: string }) {
  return (
    <Guard permission="call.view">
      <Call interactionId={interactionId} />
    </Guard>
  )
}

function Call({ interactionId }: { interactionId: string }) {
  const t = useTranslations('calls.detail')
  const trpc = useTRPC()
  const options = trpc.calls.get.queryOptions({ interactionId })
  const call = useQuery(options)
  const refreshSoon = useRefreshSoon(options.queryKey)
  const sessions = call.data?.sessions
  useLiveEvents(
    useCallback(
      (event) => {
        const ours =
          event.type === 'present' ||
          ('interactionId' in event
            ? event.interactionId === interactionId
            : sessions?.some(({ sessionId }) => sessionId === event.sessionId))
        if (ours) refreshSoon()
      },
      [interactionId, sessions, refreshSoon],
    ),
  )
  if (call.isError && !call.data) {
    return (
      <div className={classes.page}>
        <PageHeader back={<BackLink href="/calls" label={t('back')} />} title={t('untitled')} />
        {problemOf(call.error).code === 'NOT_FOUND' ? (
          <EmptyState
            icon={<IconPhoneOff size={20} stroke={1.75} />}
            title={t('missing')}
            description={t('missingText')}
            action={
              <Button component={Link} href="/calls" variant="default">
                {t('back')}
              </Button>
            }
          />
        ) : (
          <ErrorState error={call.error} onRetry={() => void call.refetch()} />
        )}
      </div>
    )
  }
  if (!call.data) {
    return (
      <div className={classes.page} aria-busy>
        <PageHeader back={<BackLink href="/calls" label={t('back')} />} title={<Skeleton height={18} width={220} />}>
          <Skeleton height={14} width={420} />
        </PageHeader>
        <div className={classes.body}>
          <div className={classes.map} />
          <Stack className={classes.side} p="md" gap="lg">
            {[180, 140, 160, 120].map((width) => (
              <Skeleton key={width} height={14} width={width} />
            ))}
          </Stack>
        </div>
      </div>
    )
  }
  return (
    <div className={classes.page}>
      <CallHeader call={call.data} />
      <CallSessions call={call.data} />
    </div>
  )
}
