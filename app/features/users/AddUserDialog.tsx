'use client'

import { Radio, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'
import type { Role } from '@/app/server/permissions'
import { FormDialog } from '@/app/ui/fields/FormDialog'
import { asRole, roles } from './roles'
import type { Access } from './UserPassword'

interface Props {
  opened: boolean
  onClose: () => void
  onAdded: (access: Access) => void
}

/** Name, address and role of a new user. */
export function AddUserDialog({ opened, onClose, onAdded }: Props) {
  const t = useTranslations('users')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const changed = useChanged()
  const problemText = useProblemText()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('analyst')
  const create = useMutation(
    trpc.users.create.mutationOptions({
      onSuccess: async ({ password }) => {
        onAdded({ name: name.trim(), email: email.trim(), password, reset: false })
        setName('')
        setEmail('')
        onClose()
        await changed(null, trpc.users.list.queryKey())
      },
    }),
  )
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('create.title')}
      submitLabel={t('create.submit')}
      cancelLabel={common('cancel')}
      pending={create.isPending}
      error={create.isError && problemText(create.error)}
      onSubmit={() => create.mutate({ name: name.trim(), email: email.trim(), role })}
    >
      <TextInput
        label={t('create.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        pattern=".*\S.*"
        maxLength={120}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus
      />
      <TextInput
        label={t('create.email')}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        maxLength={254}
        autoComplete="off"
        required
        withAsterisk={false}
      />
      <Radio.Group label={t('create.role')} value={role} onChange={(value) => setRole(asRole(value) ?? 'analyst')}>
        <Stack gap={10} mt={6}>
          {roles.map((each) => (
            <Radio key={each} value={each} label={t(`roles.${each}`)} description={t(`roleHelp.${each}`)} size="sm" />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  )
}
