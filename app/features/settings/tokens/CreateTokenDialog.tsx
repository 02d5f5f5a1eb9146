'use client'

import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FormDialog } from '@/app/ui/fields/FormDialog'
import { ShownOnceDialog } from '@/app/ui/fields/ShownOnceDialog'

const lifetimes = ['30', '90', '365', 'never'] as const

/** Name and lifetime; then the token, once. */
export function CreateTokenDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('settings.tokens')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const changed = useChanged()
  const problemText = useProblemText()
  const [name, setName] = useState('')
  const [lifetime, setLifetime] = useState<(typeof lifetimes)[number]>('90')
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const create = useMutation(
    trpc.tokens.create.mutationOptions({
      onSuccess: async ({ token }) => {
        setMade({ name: name.trim(), token })
        setName('')
        onClose()
        await changed(null, trpc.tokens.list.queryKey())
      },
    }),
  )
  return (
    <>
      <FormDialog
        opened={opened}
        onClose={onClose}
        title={t('add')}
        submitLabel={t('submit')}
        cancelLabel={common('cancel')}
        pending={create.isPending}
        error={create.isError && problemText(create.error)}
        onSubmit={() => create.mutate({ name: name.trim(), ...(lifetime === 'never' ? {} : { expiresInDays: Number(lifetime) }) })}
      >
        <TextInput
          label={t('name')}
          placeholder={t('namePlaceholder')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          pattern=".*\S.*"
          maxLength={80}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Select
          label={t('expires')}
          value={lifetime}
          onChange={(value) => setLifetime(lifetimes.find((known) => known === value) ?? '90')}
          allowDeselect={false}
          data={lifetimes.map((value) => ({ value, label: t(`expiresIn.${value}`) }))}
        />
      </FormDialog>
      <ShownOnceDialog
        title={t('createdTitle', { name: made?.name ?? '' })}
        text={t('createdText')}
        fields={
          made && [
            { label: t('token'), value: made.token },
            { label: t('usage'), value: `PATCHBAY_URL=${window.location.origin} PATCHBAY_TOKEN=… npx patchbay calls list` },
          ]
        }
        copyLabel={common('copy')}
        copiedLabel={common('copied')}
        doneLabel={common('done')}
        onClose={() => setMade(null)}
      />
    </>
  )
}
