'use client'

import { Button, Menu } from '@mantine/core'
import { IconPlus, IconTerminal2, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNotify } from '@/app/features/shared/notify'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { type Outputs, useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { confirm } from '@/app/ui/feedback/confirm'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { StatusBadge } from '@/app/ui/feedback/StatusBadge'
import { RowMenu } from '@/app/ui/table'
import { DateTime } from '@/app/ui/time/DateTime'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import { SettingsPage } from '../SettingsPage'
import { CreateTokenDialog } from './CreateTokenDialog'

type Token = Outputs['tokens']['list'][number]

/** One's own API tokens. */
export function TokensPage() {
  const t = useTranslations('settings.tokens')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  const [creating, setCreating] = useState(false)
  const tokens = useQuery(trpc.tokens.list.queryOptions())
  const revoke = useMutation(trpc.tokens.revoke.mutationOptions({ onError: notify.failed }))
  const askRevoke = async ({ tokenId, name }: Token) => {
    const sure = await confirm({
      title: t('revokeTitle', { name }),
      body: t('revokeBody'),
      confirm: t('revokeConfirm'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) revoke.mutate({ tokenId }, { onSuccess: () => void changed(t('revoked', { name }), trpc.tokens.list.queryKey()) })
  }
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('add')}
    </Button>
  )
  return (
    <SettingsPage of="tokens" actions={tokens.data?.length ? add : undefined}>
      <QueryTable
        query={tokens}
        label={t('title')}
        rows={tokens.data}
        rowKey={(row) => row.tokenId}
        empty={
          <EmptyState
            icon={<IconTerminal2 size={20} stroke={1.75} />}
            title={t('empty.title')}
            description={t('empty.text')}
            action={add}
          />
        }
        columns={[
          { key: 'name', header: t('columns.name'), sortBy: (row) => row.name, cell: (row) => row.name },
          {
            key: 'created',
            header: t('columns.created'),
            width: '9rem',
            sortBy: (row) => row.createdAt,
            cell: (row) => <RelativeTime at={row.createdAt} />,
          },
          {
            key: 'lastUsed',
            header: t('columns.lastUsed'),
            width: '9rem',
            sortBy: (row) => row.lastUsedAt,
            cell: (row) => (row.lastUsedAt ? <RelativeTime at={row.lastUsedAt} /> : t('never')),
          },
          {
            key: 'expires',
            header: t('columns.expires'),
            width: '10rem',
            sortBy: (row) => row.expiresAt,
            cell: (row) => <Expiry at={row.expiresAt} />,
          },
          {
            key: 'actions',
            header: common('actions'),
            hideHeader: true,
            width: '3.5rem',
            align: 'end',
            cell: (row) => (
              <RowMenu label={t('actionsOf', { name: row.name })}>
                <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => void askRevoke(row)}>
                  {t('revoke')}
                </Menu.Item>
              </RowMenu>
            ),
          },
        ]}
      />
      <CreateTokenDialog opened={creating} onClose={() => setCreating(false)} />
    </SettingsPage>
  )
}

function Expiry({ at }: { at: Date | null }) {
  const t = useTranslations('settings.tokens')
  if (!at) return t('expiresIn.never')
  if (at.getTime() < Date.now()) return <StatusBadge tone="bad">{t('expired')}</StatusBadge>
  return <DateTime at={at} />
}
