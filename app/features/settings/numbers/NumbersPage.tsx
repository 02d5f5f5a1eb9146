'use client'

import { Button, Menu } from '@mantine/core'
import { IconArrowsExchange, IconHash, IconPhone, IconPhoneCall, IconPlus, IconUnlink } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePhonePanel } from '@/app/features/phone'
import { useCan } from '@/app/features/shared/me'
import { NothingMatches } from '@/app/features/shared/NothingMatches'
import { useNotify } from '@/app/features/shared/notify'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { matching } from '@/app/features/shared/search'
import { type Outputs, useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { CodeText } from '@/app/ui/data/CodeText'
import { confirm } from '@/app/ui/feedback/confirm'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { SearchInput } from '@/app/ui/fields/SearchInput'
import { RowMenu } from '@/app/ui/table'
import { SettingsPage } from '../SettingsPage'
import { AssignNumberDialog } from './AssignNumberDialog'

type NumberRow = Outputs['numbers']['list'][number]
const icon = { size: 16, stroke: 1.75 }

/** Which flow answers which number. */
export function NumbersPage() {
  const t = useTranslations('settings.numbers')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const can = useCan()
  const notify = useNotify()
  const changed = useChanged()
  const phone = usePhonePanel()
  const [search, setSearch] = useState('')
  const [assigning, setAssigning] = useState<{ number?: string; flowId?: string; label?: string } | null>(null)
  const numbers = useQuery(trpc.numbers.list.queryOptions())
  const unassign = useMutation(
    trpc.numbers.unassign.mutationOptions({
      onSuccess: (_done, { number }) => changed(t('unassigned', { number }), trpc.numbers.list.queryKey(), trpc.flows.list.queryKey()),
      onError: notify.failed,
    }),
  )
  const mayAssign = can('number.assign')
  const rows = numbers.data && matching(numbers.data, search, (row) => [row.number, row.flowName, row.label])

  const askUnassign = async ({ number }: NumberRow) => {
    const sure = await confirm({
      title: t('unassignTitle', { number }),
      body: t('unassignBody', { number }),
      confirm: t('unassignConfirm'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) unassign.mutate({ number })
  }

  const assign = mayAssign && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAssigning({})}>
      {t('assign')}
    </Button>
  )
  return (
    <SettingsPage
      of="numbers"
      actions={numbers.data?.length ? assign : undefined}
      tools={
        numbers.data?.length ? (
          <SearchInput value={search} onChange={setSearch} label={t('searchLabel')} clearLabel={common('clearSearch')} />
        ) : undefined
      }
    >
      <QueryTable
        query={numbers}
        label={t('title')}
        rows={rows}
        rowKey={(row) => row.number}
        empty={
          search ? (
            <NothingMatches onClear={() => setSearch('')} />
          ) : (
            <EmptyState
              icon={<IconHash size={20} stroke={1.75} />}
              title={t('empty.title')}
              description={mayAssign ? t('empty.text') : t('empty.readOnly')}
              action={assign}
            />
          )
        }
        columns={[
          {
            key: 'number',
            header: t('columns.number'),
            width: '11rem',
            sortBy: (row) => row.number,
            cell: (row) => <CodeText>{row.number}</CodeText>,
          },
          {
            key: 'flow',
            header: t('columns.flow'),
            sortBy: (row) => row.flowName,
            cell: (row) => <Link href={`/flows/${row.flowId}`}>{row.flowName}</Link>,
          },
          { key: 'label', header: t('columns.label'), cell: (row) => row.label },
          {
            key: 'actions',
            header: common('actions'),
            hideHeader: true,
            width: '3.5rem',
            align: 'end',
            cell: (row) => (
              <RowMenu label={t('actionsOf', { number: row.number })}>
                {can('phone.use') && (
                  <Menu.Item
                    leftSection={<IconPhone {...icon} />}
                    onClick={() => phone.open({ number: row.number, flowId: row.flowId, call: true })}
                  >
                    {t('call')}
                  </Menu.Item>
                )}
                {can('call.view') && (
                  <Menu.Item
                    component={Link}
                    href={`/calls?number=${encodeURIComponent(row.number)}`}
                    leftSection={<IconPhoneCall {...icon} />}
                  >
                    {t('showCalls')}
                  </Menu.Item>
                )}
                {mayAssign && (
                  <>
                    <Menu.Item leftSection={<IconArrowsExchange {...icon} />} onClick={() => setAssigning(row)}>
                      {t('change')}
                    </Menu.Item>
                    <Menu.Divider />
                    <Menu.Item color="red" leftSection={<IconUnlink {...icon} />} onClick={() => void askUnassign(row)}>
                      {t('unassign')}
                    </Menu.Item>
                  </>
                )}
              </RowMenu>
            ),
          },
        ]}
      />
      {assigning && <AssignNumberDialog initial={assigning} onClose={() => setAssigning(null)} />}
    </SettingsPage>
  )
}
