'use client'

import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FormDialog } from '@/app/ui/fields/FormDialog'
import type { PhoneAccess } from './PhonePassword'

interface Props {
  opened: boolean
  onClose: () => void
  onAdded: (access: PhoneAccess) => void
}

/** Extension and name of a new phone. */
export function AddPhoneDialog({ opened, onClose, onAdded }: Props) {
  const t = useTranslations('settings.phones')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const changed = useChanged()
  const problemText = useProblemText()
  const [extension, setExtension] = useState('')
  const [name, setName] = useState('')
  const create = useMutation(
    trpc.phones.create.mutationOptions({
      onSuccess: async ({ password }) => {
        onAdded({ extension, password, reset: false })
        setExtension('')
        setName('')
        onClose()
        await changed(null, trpc.phones.list.queryKey())
      },
    }),
  )
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('add')}
      submitLabel={t('submit')}
      cancelLabel={common('cancel')}
      pending={create.isPending}
      error={create.isError && problemText(create.error)}
      onSubmit={() => create.mutate({ extension, name: name.trim() })}
    >
      <TextInput
        label={t('extension')}
        description={t('extensionHelp')}
        value={extension}
        onChange={(event) => setExtension(event.currentTarget.value.trim())}
        inputMode="numeric"
        pattern="[0-9]{1,15}"
        required
        withAsterisk={false}
        data-autofocus
      />
      <TextInput
        label={t('name')}
        placeholder={t('namePlaceholder')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        pattern={'[^"<>;\\[\\]\\\\]*[^"<>;\\[\\]\\\\\\s][^"<>;\\[\\]\\\\]*'}
        maxLength={80}
        required
        withAsterisk={false}
      />
    </FormDialog>
  )
}
