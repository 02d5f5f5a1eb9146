'use client'

import { Button, Menu, Text } from '@mantine/core'
import { IconKey, IconPlus, IconReplace, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNotify } from '@/app/features/shared/notify'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { CodeText } from '@/app/ui/data/CodeText'
import { confirm } from '@/app/ui/feedback/confirm'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { RowMenu } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import { SettingsPage } from '../SettingsPage'
import { SecretDialog } from './SecretDialog'

const icon = { size: 16, stroke: 1.75 }

/** Secrets of HTTP steps, by name; values go in and never come out. */
export function SecretsPage() {
  const t = useTranslations('settings.secrets')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  const [editing, setEditing] = useState<{ name?: string } | null>(null)
  const secrets = useQuery(trpc.secrets.list.queryOptions())
  const remove = useMutation(
    trpc.secrets.remove.mutationOptions({
      onSuccess: (_done, { name }) => changed(t('removed', { name }), trpc.secrets.list.queryKey()),
      onError: notify.failed,
    }),
  )
  const askRemove = async (name: string) => {
    const sure = await confirm({
      title: t('removeTitle', { name }),
      body: t('removeBody'),
      confirm: common('remove'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) remove.mutate({ name })
  }
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing({})}>
      {t('add')}
    </Button>
  )
  return (
    <SettingsPage of="secrets" actions={secrets.data?.length ? add : undefined}>
      <QueryTable
        query={secrets}
        label={t('title')}
        rows={secrets.data}
        rowKey={(row) => row.name}
        empty={
          <EmptyState icon={<IconKey size={20} stroke={1.75} />} title={t('empty.title')} description={t('empty.text')} action={add} />
        }
        columns={[
          { key: 'name', header: t('columns.name'), sortBy: (row) => row.name, cell: (row) => <CodeText>{row.name}</CodeText> },
          {
            key: 'updated',
            header: t('columns.updated'),
            width: '16rem',
            sortBy: (row) => row.updatedAt,
            cell: (row) => (
              <>
                <RelativeTime at={row.updatedAt} />{' '}
                {row.updatedBy && (
                  <Text span inherit c="dimmed">
                    {t('changedBy', { name: row.updatedBy })}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'actions',
            header: common('actions'),
            hideHeader: true,
            width: '3.5rem',
            align: 'end',
            cell: (row) => (
              <RowMenu label={t('actionsOf', { name: row.name })}>
                <Menu.Item leftSection={<IconReplace {...icon} />} onClick={() => setEditing(row)}>
                  {t('replace')}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => void askRemove(row.name)}>
                  {t('remove')}
                </Menu.Item>
              </RowMenu>
            ),
          },
        ]}
      />
      {editing && <SecretDialog name={editing.name} onClose={() => setEditing(null)} />}
    </SettingsPage>
  )
}
