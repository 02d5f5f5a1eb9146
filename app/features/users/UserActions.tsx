'use client'

import { Menu } from '@mantine/core'
import { IconPassword, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useNotify } from '@/app/features/shared/notify'
import { type Outputs, useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { confirm } from '@/app/ui/feedback/confirm'
import { RowMenu } from '@/app/ui/table'
import type { Access } from './UserPassword'

const icon = { size: 16, stroke: 1.75 }

/** Reset the password, disable, enable. */
export function UserActions({ user, onPassword }: { user: Outputs['users']['list'][number]; onPassword: (access: Access) => void }) {
  const t = useTranslations('users')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  const { id: userId, name, email } = user
  const list = trpc.users.list.queryKey()
  const reset = useMutation(
    trpc.users.resetPassword.mutationOptions({
      onSuccess: ({ password }) => onPassword({ name, email, password, reset: true }),
      onError: notify.failed,
    }),
  )
  const disable = useMutation(
    trpc.users.disable.mutationOptions({ onSuccess: () => changed(t('disabledDone', { name }), list), onError: notify.failed }),
  )
  const enable = useMutation(
    trpc.users.enable.mutationOptions({ onSuccess: () => changed(t('enabledDone', { name }), list), onError: notify.failed }),
  )
  const askReset = async () => {
    const sure = await confirm({
      title: t('resetQuestion', { name }),
      body: t('resetBody'),
      confirm: t('resetConfirm'),
      cancel: common('cancel'),
    })
    if (sure) reset.mutate({ userId })
  }
  const askDisable = async () => {
    const sure = await confirm({
      title: t('disableQuestion', { name }),
      body: t('disableBody'),
      confirm: t('disableConfirm'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) disable.mutate({ userId })
  }
  return (
    <RowMenu label={t('actionsOf', { name })}>
      <Menu.Item leftSection={<IconPassword {...icon} />} onClick={() => void askReset()}>
        {t('resetPassword')}
      </Menu.Item>
      <Menu.Divider />
      {user.disabled ? (
        <Menu.Item leftSection={<IconUserCheck {...icon} />} onClick={() => enable.mutate({ userId })}>
          {t('enable')}
        </Menu.Item>
      ) : (
        <Menu.Item color="red" leftSection={<IconUserOff {...icon} />} onClick={() => void askDisable()}>
          {t('disable')}
        </Menu.Item>
      )}
    </RowMenu>
  )
}
