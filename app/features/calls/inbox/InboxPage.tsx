'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconInbox } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Guard } from '@/app/features/shared/Guard'
import { useCan } from '@/app/features/shared/me'
import { NothingMatches } from '@/app/features/shared/NothingMatches'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { useTRPC } from '@/app/features/shared/trpc'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { SearchInput } from '@/app/ui/fields/SearchInput'
import { Page } from '@/app/ui/layout/Page'
import { PageHeader } from '@/app/ui/layout/PageHeader'
import { LoadMore } from '@/app/ui/table'
import { useInboxColumns } from './columns'

const PAGE = 50
const tabs = ['all', 'unheard', 'heard'] as const

/** What callers have said in "Record message" steps. */
export function InboxPage() {
  return (
    <Guard permission="call.listen">
      <Inbox />
    </Guard>
  )
}

function Inbox() {
  const t = useTranslations('inbox')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const can = useCan()
  const [tab, setTab] = useState<(typeof tabs)[number]>('all')
  const [search, setSearch] = useState('')
  const [searched] = useDebouncedValue(search.trim(), 250)
  const messages = useInfiniteQuery(
    trpc.recordings.list.infiniteQueryOptions(
      { limit: PAGE, ...(tab === 'all' ? {} : { heard: tab === 'heard' }), ...(searched ? { search: searched } : {}) },
      { getNextPageParam: (last) => last.nextCursor ?? undefined, refetchInterval: 30_000 },
    ),
  )
  const rows = useMemo(() => messages.data?.pages.flatMap((page) => page.items), [messages.data])
  const columns = useInboxColumns()
  const icon = <IconInbox size={20} stroke={1.75} />
  return (
    <Page
      header={
        <PageHeader title={t('title')}>
          <SearchInput value={search} onChange={setSearch} label={t('searchLabel')} clearLabel={common('clearSearch')} />
          <SegmentedControl
            aria-label={t('title')}
            value={tab}
            onChange={(value) => setTab(tabs.find((known) => known === value) ?? 'all')}
            data={tabs.map((value) => ({ value, label: t(value) }))}
          />
        </PageHeader>
      }
    >
      <QueryTable
        query={messages}
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(message) => message.id}
        empty={
          searched ? (
            <NothingMatches onClear={() => setSearch('')} />
          ) : tab === 'unheard' ? (
            <EmptyState icon={icon} title={t('empty.noneNew')} description={t('empty.noneNewText')} />
          ) : (
            <EmptyState
              icon={icon}
              title={t('empty.title')}
              description={t('empty.text')}
              action={
                can('flow.view') && (
                  <Button component={Link} href="/flows" variant="default">
                    {t('empty.action')}
                  </Button>
                )
              }
            />
          )
        }
      />
      {messages.hasNextPage && (
        <LoadMore label={common('loadMore')} pending={messages.isFetchingNextPage} onMore={messages.fetchNextPage} />
      )}
    </Page>
  )
}
