'use client'

import { Button } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { Guard } from '@/app/features/shared/Guard'
import { NothingMatches } from '@/app/features/shared/NothingMatches'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { useTRPC } from '@/app/features/shared/trpc'
import { useRefreshSoon } from '@/app/features/shared/useRefreshSoon'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { Page } from '@/app/ui/layout/Page'
import { PageHeader } from '@/app/ui/layout/PageHeader'
import { LoadMore } from '@/app/ui/table'
import { useLiveEvents } from '../live/LiveCalls'
import { CallFiltersBar } from './CallFiltersBar'
import { useCallColumns } from './columns'
import { listInput } from './filters'
import { useFilters } from './useFilters'

const PAGE = 50

/** All calls, the latest first; calls under way move as they go. */
export function CallsPage() {
  return (
    <Guard permission="call.view">
      <Calls />
    </Guard>
  )
}

function Calls() {
  const t = useTranslations('calls')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const { filters, setFilters, clear, active } = useFilters()
  // "Today" is the day on which the filter was set.
  const input = useMemo(() => ({ ...listInput(filters, new Date()), limit: PAGE }), [filters])
  const options = trpc.calls.list.infiniteQueryOptions(input, { getNextPageParam: (last) => last.nextCursor ?? undefined })
  const calls = useInfiniteQuery(options)
  const refreshSoon = useRefreshSoon(options.queryKey)
  useLiveEvents(
    useCallback(
      (event) => {
        if (event.type === 'session-started' || event.type === 'session-ended' || event.type === 'present') refreshSoon()
      },
      [refreshSoon],
    ),
  )
  const rows = useMemo(() => calls.data?.pages.flatMap((page) => page.items), [calls.data])
  const columns = useCallColumns()

  return (
    <Page
      header={
        <PageHeader title={t('title')}>
          <CallFiltersBar filters={filters} onChange={setFilters} onClear={active ? clear : undefined} />
        </PageHeader>
      }
    >
      <QueryTable
        query={calls}
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(call) => call.interactionId}
        rowTone={(call) => (call.endedAt ? undefined : 'live')}
        skeletonRows={12}
        empty={
          active ? (
            <NothingMatches onClear={clear} />
          ) : (
            <EmptyState
              icon={<IconPhoneCall size={20} stroke={1.75} />}
              title={t('empty.title')}
              description={t('empty.text')}
              action={
                <Button component={Link} href="/flows" variant="default">
                  {t('empty.action')}
                </Button>
              }
            />
          )
        }
      />
      {calls.hasNextPage && <LoadMore label={common('loadMore')} pending={calls.isFetchingNextPage} onMore={calls.fetchNextPage} />}
    </Page>
  )
}
