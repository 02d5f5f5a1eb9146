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
import classes from './AuditPage.module.css'
import { actionKeys } from './actions'
import { useEntryWords } from './useEntryWords'

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
  const words = useEntryWords()
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
            data={Object.keys(actionKeys).map((value) => ({ value, label: words.action(value) }))}
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
          { key: 'at', header: t('columns.at'), width: '8.5rem', cell: (entry) => <DateTime at={entry.at} /> },
          {
            key: 'actor',
            header: t('columns.actor'),
            width: '12.5rem',
            cell: (entry) => <span title={entry.actorName}>{entry.actorName}</span>,
          },
          { key: 'action', header: t('columns.action'), width: '9.5rem', cell: (entry) => words.action(entry.action) },
          {
            key: 'subject',
            header: t('columns.subject'),
            cell: (entry) => <strong className={classes.subject}>{words.subject(entry)}</strong>,
          },
          {
            key: 'details',
            header: t('columns.details'),
            hideBelow: 'sm',
            cell: (entry) => {
              const details = words.details(entry.details)
              return (
                <span className={classes.details} title={details}>
                  {details}
                </span>
              )
            },
          },
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
