'use client'

import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useNotify } from '@/app/features/shared/notify'
import { type Outputs, useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import classes from './RoleSelect.module.css'
import { asRole, roles } from './roles'

/** A user's role, changed in place. */
export function RoleSelect({ user }: { user: Outputs['users']['list'][number] }) {
  const t = useTranslations('users')
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  const setRole = useMutation(
    trpc.users.setRole.mutationOptions({
      onSuccess: (_done, { role }) =>
        changed(t('roleChanged', { name: user.name, role: t(`roles.${role}`) }), trpc.users.list.queryKey(), trpc.me.get.queryKey()),
      onError: notify.failed,
    }),
  )
  const shown = setRole.isPending ? setRole.variables.role : asRole(user.role)
  return (
    <Select
      variant="unstyled"
      classNames={{ input: classes.input }}
      size="sm"
      aria-label={`${t('setRole')}: ${user.name}`}
      value={shown ?? null}
      allowDeselect={false}
      disabled={user.disabled}
      checkIconPosition="right"
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      renderOption={({ option }) => {
        const role = asRole(option.value)
        return (
          <span>
            <span style={{ fontWeight: 500 }}>{option.label}</span>
            {role && (
              <span style={{ display: 'block', color: 'var(--mantine-color-dimmed)', fontSize: 'var(--mantine-font-size-xs)' }}>
                {t(`roleHelp.${role}`)}
              </span>
            )}
          </span>
        )
      }}
      onChange={(value) => {
        const role = asRole(value)
        if (role && role !== user.role) setRole.mutate({ userId: user.id, role })
      }}
    />
  )
}
