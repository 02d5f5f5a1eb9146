'use client'

import { Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { problemOf } from '@/app/features/shared/problem'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FormDialog } from '@/app/ui/fields/FormDialog'

interface Props {
  initial: { readonly number?: string; readonly flowId?: string; readonly label?: string }
  onClose: () => void
}

/** Number and flow. A number that another flow answers is moved only after one has said so. */
export function AssignNumberDialog({ initial, onClose }: Props) {
  const t = useTranslations('settings.numbers')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const changed = useChanged()
  const problemText = useProblemText()
  const [number, setNumber] = useState(initial.number ?? '')
  const [flowId, setFlowId] = useState<string | null>(initial.flowId ?? null)
  const [label, setLabel] = useState(initial.label ?? '')
  const flows = useQuery(trpc.flows.list.queryOptions())
  const numbers = useQuery(trpc.numbers.list.queryOptions())
  const choices = (flows.data ?? []).filter((flow) => flow.kind === 'ivr')
  const noneLive = flows.isSuccess && choices.every((flow) => flow.liveVersion === null)
  const flowName = choices.find((flow) => flow.id === flowId)?.name ?? ''
  const dialled = number.replace(/[\s()-]/g, '')
  const taken = numbers.data?.find((other) => other.number === dialled && other.flowId !== flowId)
  const assign = useMutation(
    trpc.numbers.assign.mutationOptions({
      onSuccess: async () => {
        await changed(t('assigned', { number: dialled, flow: flowName }), trpc.numbers.list.queryKey(), trpc.flows.list.queryKey())
        onClose()
      },
    }),
  )
  const isTaken = assign.isError && problemOf(assign.error).code === 'NUMBER_TAKEN'
  const moving = initial.number !== undefined

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('assign')}
      submitLabel={taken && !moving ? t('replace') : t('submit')}
      cancelLabel={common('cancel')}
      pending={assign.isPending}
      disabled={!flowId}
      error={
        taken && (isTaken || !moving) && flowId
          ? t('taken', { number: dialled, flow: taken.flowName })
          : assign.isError && problemText(assign.error)
      }
      onSubmit={() => {
        if (flowId) assign.mutate({ number: dialled, flowId, label: label.trim(), replace: taken !== undefined })
      }}
    >
      <TextInput
        label={t('number')}
        description={t('numberHelp')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        disabled={moving}
        inputMode="tel"
        pattern="\s*\+?[0-9*#\(\)\s\-]{1,32}\s*"
        required
        withAsterisk={false}
        data-autofocus={moving ? undefined : true}
      />
      <Select
        label={t('flow')}
        description={noneLive ? t('noneLive') : t('flowHelp')}
        value={flowId}
        onChange={setFlowId}
        searchable
        required
        withAsterisk={false}
        checkIconPosition="right"
        data={choices.map((flow) => ({
          value: flow.id,
          label: flow.liveVersion === null ? `${flow.name} (${t('notPublished')})` : flow.name,
          disabled: flow.liveVersion === null,
        }))}
        data-autofocus={moving || undefined}
      />
      <TextInput
        label={t('label')}
        placeholder={t('labelPlaceholder')}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        maxLength={80}
      />
    </FormDialog>
  )
}
