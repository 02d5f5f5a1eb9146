'use client'

import { Button, Group, TagsInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'

interface Props {
  setting: 'trustedNetworks' | 'allowedHosts'
  values: readonly string[]
  label: string
  placeholder: string
  saved: string
}

/** A list of addresses, saved as a whole; what the server refuses stays in the field with its reason. */
export function AddressList({ setting, values, label, placeholder, saved }: Props) {
  const common = useTranslations('common')
  const trpc = useTRPC()
  const changed = useChanged()
  const problemText = useProblemText()
  const [edited, setEdited] = useState<string[] | null>(null)
  const save = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: async () => {
        await changed(saved, trpc.settings.get.queryKey())
        setEdited(null)
      },
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (edited) save.mutate({ [setting]: edited })
      }}
    >
      <TagsInput
        aria-label={label}
        placeholder={placeholder}
        value={edited ?? [...values]}
        onChange={(next) => {
          save.reset()
          setEdited(next.map((value) => value.trim()).filter(Boolean))
        }}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        clearable
        error={save.isError && problemText(save.error)}
      />
      {edited && (
        <Group gap="xs" mt="sm">
          <Button type="submit" loading={save.isPending}>
            {common('save')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              save.reset()
              setEdited(null)
            }}
          >
            {common('cancel')}
          </Button>
        </Group>
      )}
    </form>
  )
}
