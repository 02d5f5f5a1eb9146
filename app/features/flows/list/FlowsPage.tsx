'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { useLiveEvents } from '@/app/features/calls/live/LiveCalls'
import { ErrorState } from '@/app/features/shared/ErrorState'
import { Guard } from '@/app/features/shared/Guard'
import { useCan } from '@/app/features/shared/me'
import { NothingMatches } from '@/app/features/shared/NothingMatches'
import { useTRPC } from '@/app/features/shared/trpc'
import { useRefreshSoon } from '@/app/features/shared/useRefreshSoon'
import { SearchInput } from '@/app/ui/fields/SearchInput'
import { Page } from '@/app/ui/layout/Page'
import { PageHeader } from '@/app/ui/layout/PageHeader'
import { CreateFlowDialog } from '../create/CreateFlowDialog'
import { ImportFlowDialog } from '../importing/ImportFlowDialog'
import { FlowsEmpty } from './FlowsEmpty'
import { FlowTable } from './FlowTable'
import { filterFlows, type StateFilter, stateFilters } from './filter'

/** All flows: what answers calls, what is being drawn. */
export function FlowsPage() {
  return (
    <Guard permission="flow.view">
      <Flows />
    </Guard>
  )
}

function Flows() {
  const t = useTranslations('flows')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const can = useCan()
  const [search, setSearch] = useState('')
  const [state, setState] = useState<StateFilter>('all')
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null)
  const flows = useQuery(trpc.flows.list.queryOptions())
  const refreshSoon = useRefreshSoon(trpc.flows.list.queryKey())
  useLiveEvents(
    useCallback(
      (event) => {
        if (event.type === 'session-ended' || event.type === 'present') refreshSoon()
      },
      [refreshSoon],
    ),
  )
  const shown = flows.data && filterFlows(flows.data, { search, state })
  const mayEdit = can('flow.edit')
  const none = flows.data?.length === 0

  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          actions={
            mayEdit &&
            !none && (
              <>
                <Button variant="default" leftSection={<IconFileImport size={16} stroke={1.75} />} onClick={() => setDialog('import')}>
                  {t('import')}
                </Button>
                <Button leftSection={<IconPlus size={16} />} onClick={() => setDialog('create')}>
                  {t('new')}
                </Button>
              </>
            )
          }
        >
          {!none && (
            <>
              <SearchInput value={search} onChange={setSearch} label={t('searchLabel')} clearLabel={common('clearSearch')} />
              <SegmentedControl
                aria-label={t('stateFilter')}
                value={state}
                onChange={(value) => setState(stateFilters.find((known) => known === value) ?? 'all')}
                data={stateFilters.map((value) => ({
                  value,
                  label: value === 'all' ? common('all') : value === 'module' ? t('modules') : t(`state.${value}`),
                }))}
              />
            </>
          )}
        </PageHeader>
      }
    >
      {flows.isError ? (
        <ErrorState error={flows.error} onRetry={() => void flows.refetch()} />
      ) : (
        <FlowTable
          flows={shown}
          empty={
            none ? (
              <FlowsEmpty
                onCreate={mayEdit ? () => setDialog('create') : undefined}
                onImport={mayEdit ? () => setDialog('import') : undefined}
              />
            ) : (
              <NothingMatches
                onClear={() => {
                  setSearch('')
                  setState('all')
                }}
              />
            )
          }
        />
      )}
      <CreateFlowDialog opened={dialog === 'create'} onClose={() => setDialog(null)} />
      <ImportFlowDialog opened={dialog === 'import'} onClose={() => setDialog(null)} />
    </Page>
  )
}
