'use client'

import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { NothingMatches } from '@/app/features/shared/NothingMatches'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { useTRPC } from '@/app/features/shared/trpc'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { DateTime } from '@/app/ui/time/DateTime'
import { SettingsPage } from '../SettingsPage'
import { actionKeys, isAuditAction } from './actions'
import { Details } from './Details'

const PAGE = 50

/** Who did what, latest first. */
export function AuditPage() {
  const t = useTranslations('settings.audit')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const [action, setAction] = useState<string | null>(null)
  const [actor, setActor] = useState('')
  const [searchedActor] = useDebouncedValue(actor.trim(), 250)
  const entries = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { limit: PAGE, ...(action ? { action } : {}), ...(searchedActor ? { actor: searchedActor } : {}) },
      { getNextPageParam: (last) => last.nextCursor ?? undefined },
    ),
  )
  const filtered = action !== null || searchedActor !== ''
  const actionName = (stored: string) => (isAuditAction(stored) ? t(`actions.${actionKeys[stored]}`) : stored)
  return (
    <SettingsPage
      of="audit"
      tools={
        <>
          <Select
            aria-label={t('searchAction')}
            placeholder={t('anyAction')}
            value={action}
            onChange={setAction}
            clearable
            searchable
            w={220}
            data={Object.keys(actionKeys).map((value) => ({ value, label: actionName(value) }))}
          />
          <TextInput
            aria-label={t('searchActor')}
            placeholder={t('searchActor')}
            value={actor}
            onChange={(event) => setActor(event.currentTarget.value)}
            w={200}
          />
        </>
      }
    >
      <QueryTable
        query={entries}
        label={t('title')}
        rows={entries.data?.pages.flatMap((page) => page.items)}
        rowKey={(entry) => entry.id}
        empty={
          filtered ? (
            <NothingMatches
              onClear={() => {
                setAction(null)
                setActor('')
              }}
            />
          ) : (
            <EmptyState icon={<IconHistory size={20} stroke={1.75} />} title={t('empty.title')} description={t('empty.text')} />
          )
        }
        columns={[
          { key: 'at', header: t('columns.at'), width: '9.5rem', cell: (entry) => <DateTime at={entry.at} /> },
          { key: 'actor', header: t('columns.actor'), width: '11rem', cell: (entry) => entry.actorName },
          { key: 'action', header: t('columns.action'), width: '11rem', cell: (entry) => actionName(entry.action) },
          { key: 'subject', header: t('columns.subject'), cell: (entry) => <span style={{ fontWeight: 500 }}>{entry.subject}</span> },
          { key: 'details', header: t('columns.details'), hideBelow: 'sm', cell: (entry) => <Details value={entry.details} /> },
        ]}
      />
      {entries.hasNextPage && (
        <Button variant="default" mt="md" mx="auto" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          {common('loadMore')}
        </Button>
      )}
    </SettingsPage>
  )
}
