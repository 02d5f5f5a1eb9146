'use client'

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SettingsPage } from '@/app/features/settings/SettingsPage'
import { useMe } from '@/app/features/shared/me'
import { NothingMatches } from '@/app/features/shared/NothingMatches'
import { QueryTable } from '@/app/features/shared/QueryTable'
import { matching } from '@/app/features/shared/search'
import { useTRPC } from '@/app/features/shared/trpc'
import { StatusBadge } from '@/app/ui/feedback/StatusBadge'
import { SearchInput } from '@/app/ui/fields/SearchInput'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import { AddUserDialog } from './AddUserDialog'
import { Person } from './Person'
import { RoleSelect } from './RoleSelect'
import { useRoleName } from './roles'
import { UserActions } from './UserActions'
import { type Access, UserPassword } from './UserPassword'

/** Who may sign in. */
export function UsersPage() {
  const t = useTranslations('users')
  const settings = useTranslations('settings.users')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const me = useMe()
  const roleName = useRoleName()
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [access, setAccess] = useState<Access | null>(null)
  const users = useQuery(trpc.users.list.queryOptions())
  const rows = users.data && matching(users.data, search, (user) => [user.name, user.email, roleName(user.role)])
  return (
    <SettingsPage
      of="users"
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
      tools={<SearchInput value={search} onChange={setSearch} label={t('searchLabel')} clearLabel={common('clearSearch')} />}
    >
      <QueryTable
        query={users}
        label={settings('title')}
        rows={rows}
        rowKey={(user) => user.id}
        rowTone={(user) => (user.disabled ? 'muted' : undefined)}
        empty={<NothingMatches onClear={() => setSearch('')} />}
        columns={[
          {
            key: 'name',
            header: t('columns.name'),
            sortBy: (user) => user.name,
            cell: (user) => <Person user={user} you={user.id === me?.user.id} />,
          },
          {
            key: 'role',
            header: t('columns.role'),
            width: '10.5rem',
            sortBy: (user) => roleName(user.role),
            cell: (user) => <RoleSelect user={user} />,
          },
          {
            key: 'state',
            header: t('columns.state'),
            width: '7.5rem',
            hideBelow: 'sm',
            sortBy: (user) => Number(user.disabled),
            cell: (user) => (
              <StatusBadge tone={user.disabled ? 'neutral' : 'ok'}>{user.disabled ? t('disabled') : t('active')}</StatusBadge>
            ),
          },
          {
            key: 'seen',
            header: t('columns.lastSeen'),
            width: '8.5rem',
            sortBy: (user) => user.lastSeenAt,
            cell: (user) => (user.lastSeenAt ? <RelativeTime at={user.lastSeenAt} /> : t('never')),
          },
          {
            key: 'actions',
            header: common('actions'),
            hideHeader: true,
            width: '3.5rem',
            align: 'end',
            cell: (user) => <UserActions user={user} onPassword={setAccess} />,
          },
        ]}
      />
      <AddUserDialog opened={adding} onClose={() => setAdding(false)} onAdded={setAccess} />
      <UserPassword access={access} onClose={() => setAccess(null)} />
    </SettingsPage>
  )
}
