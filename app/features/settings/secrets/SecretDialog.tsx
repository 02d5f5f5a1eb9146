'use client'

import { PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FormDialog } from '@/app/ui/fields/FormDialog'

/** A new secret, or another value for one that is there. */
export function SecretDialog({ name: known, onClose }: { name?: string; onClose: () => void }) {
  const t = useTranslations('settings.secrets')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const changed = useChanged()
  const problemText = useProblemText()
  const [name, setName] = useState(known ?? '')
  const [value, setValue] = useState('')
  const save = useMutation(
    trpc.secrets.set.mutationOptions({
      onSuccess: async () => {
        await changed(t('saved', { name }), trpc.secrets.list.queryKey())
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={known ? t('replaceTitle', { name: known }) : t('add')}
      submitLabel={t('submit')}
      cancelLabel={common('cancel')}
      pending={save.isPending}
      error={save.isError && problemText(save.error)}
      onSubmit={() => save.mutate({ name, value })}
    >
      {!known && (
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          pattern="[A-Za-z][A-Za-z0-9_.\-]{0,63}"
          required
          withAsterisk={false}
          spellCheck={false}
          data-autofocus
        />
      )}
      <PasswordInput
        label={t('value')}
        description={t('valueHelp')}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        autoComplete="off"
        required
        withAsterisk={false}
        maxLength={10_000}
        data-autofocus={known ? true : undefined}
      />
    </FormDialog>
  )
}
