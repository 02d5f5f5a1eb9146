'use client'

import { Button, Menu } from '@mantine/core'
import { IconDeviceLandlinePhone, IconPassword, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNotify } from '@/app/features/shared/notify'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { type Outputs, useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { CodeText } from '@/app/ui/data/CodeText'
import { confirm } from '@/app/ui/feedback/confirm'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { RowMenu } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import { SettingsPage } from '../SettingsPage'
import { AddPhoneDialog } from './AddPhoneDialog'
import { type PhoneAccess, PhonePassword } from './PhonePassword'

type Phone = Outputs['phones']['list'][number]
const icon = { size: 16, stroke: 1.75 }

/** Desk phones and softphones. */
export function PhonesPage() {
  const t = useTranslations('settings.phones')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  const [adding, setAdding] = useState(false)
  const [access, setAccess] = useState<PhoneAccess | null>(null)
  const phones = useQuery(trpc.phones.list.queryOptions())
  const remove = useMutation(trpc.phones.remove.mutationOptions({ onError: notify.failed }))
  const reset = useMutation(trpc.phones.resetPassword.mutationOptions({ onError: notify.failed }))
  const askRemove = async ({ id, extension }: Phone) => {
    const sure = await confirm({
      title: t('removeTitle', { extension }),
      body: t('removeBody'),
      confirm: common('remove'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) remove.mutate({ phoneId: id }, { onSuccess: () => void changed(t('removed', { extension }), trpc.phones.list.queryKey()) })
  }
  const askReset = async ({ id, extension }: Phone) => {
    const sure = await confirm({
      title: t('resetTitle', { extension }),
      body: t('resetBody'),
      confirm: t('resetConfirm'),
      cancel: common('cancel'),
    })
    if (sure) reset.mutate({ phoneId: id }, { onSuccess: ({ password }) => setAccess({ extension, password, reset: true }) })
  }
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <SettingsPage of="phones" actions={phones.data?.length ? add : undefined}>
      <QueryTable
        query={phones}
        label={t('title')}
        rows={phones.data}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={<IconDeviceLandlinePhone size={20} stroke={1.75} />}
            title={t('empty.title')}
            description={t('empty.text')}
            action={add}
          />
        }
        columns={[
          {
            key: 'extension',
            header: t('columns.extension'),
            width: '9rem',
            sortBy: (row) => row.extension,
            cell: (row) => <CodeText>{row.extension}</CodeText>,
          },
          { key: 'name', header: t('columns.name'), sortBy: (row) => row.name, cell: (row) => row.name },
          {
            key: 'created',
            header: t('columns.created'),
            width: '10rem',
            sortBy: (row) => row.createdAt,
            cell: (row) => <RelativeTime at={row.createdAt} />,
          },
          {
            key: 'actions',
            header: common('actions'),
            hideHeader: true,
            width: '3.5rem',
            align: 'end',
            cell: (row) => (
              <RowMenu label={t('actionsOf', { extension: row.extension })}>
                <Menu.Item leftSection={<IconPassword {...icon} />} onClick={() => void askReset(row)}>
                  {t('reset')}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => void askRemove(row)}>
                  {t('remove')}
                </Menu.Item>
              </RowMenu>
            ),
          },
        ]}
      />
      <AddPhoneDialog opened={adding} onClose={() => setAdding(false)} onAdded={setAccess} />
      <PhonePassword access={access} onClose={() => setAccess(null)} />
    </SettingsPage>
  )
}
