'use client'

import { Radio, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FormDialog } from '@/app/ui/fields/FormDialog'
import type { FlowKind } from '@/engine/flow'
import classes from './CreateFlowDialog.module.css'
import { flowExamples } from './examples'

const BLANK = 'blank'

/** Name, kind, and what to start with; then the editor opens. */
export function CreateFlowDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('flows')
  const common = useTranslations('common')
  const locale = useLocale()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const problemText = useProblemText()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<FlowKind>('ivr')
  const [start, setStart] = useState(BLANK)
  const examples = useMemo(() => flowExamples(locale).filter((example) => example.kind === kind), [locale, kind])
  const create = useMutation(
    trpc.flows.create.mutationOptions({
      onSuccess: async ({ flowId }) => {
        await queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() })
        router.push(`/flows/${flowId}`)
      },
    }),
  )
  const submit = () => {
    const example = examples.find(({ type }) => type === start)
    const title = name.trim()
    create.mutate({ name: title, kind, ...(example ? { document: { ...example.document, name: title } } : {}) })
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('create.title')}
      submitLabel={t('create.submit')}
      cancelLabel={common('cancel')}
      pending={create.isPending || create.isSuccess}
      error={create.isError && problemText(create.error)}
      onSubmit={submit}
      size={520}
    >
      <TextInput
        label={t('create.name')}
        placeholder={t('create.namePlaceholder')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        withAsterisk={false}
        pattern=".*\S.*"
        maxLength={120}
        data-autofocus
      />
      <div>
        <Text id="flow-kind" component="div" size="sm" fw={500} mb={4}>
          {t('create.kind')}
        </Text>
        <SegmentedControl
          aria-labelledby="flow-kind"
          size="sm"
          fullWidth
          value={kind}
          onChange={(value) => {
            setKind(value === 'module' ? 'module' : 'ivr')
            setStart(BLANK)
          }}
          data={[
            { value: 'ivr', label: t('kind.ivr') },
            { value: 'module', label: t('kind.module') },
          ]}
        />
        <Text size="xs" c="dimmed" mt={6}>
          {t(`kindHelp.${kind}`)}
        </Text>
      </div>
      {examples.length > 0 && (
        <Radio.Group label={t('create.start')} value={start} onChange={setStart}>
          <Stack gap={2} className={classes.choices} tabIndex={-1}>
            <Radio.Card value={BLANK} className={classes.choice}>
              <Choice title={t('create.blank')} text={t('create.blankText')} />
            </Radio.Card>
            {examples.map((example) => (
              <Radio.Card key={example.type} value={example.type} className={classes.choice}>
                <Choice title={example.title} text={example.text} />
              </Radio.Card>
            ))}
          </Stack>
        </Radio.Group>
      )}
    </FormDialog>
  )
}

function Choice({ title, text }: { title: string; text: string }) {
  return (
    <span className={classes.row}>
      <Radio.Indicator size="xs" />
      <span className={classes.title}>{title}</span>
      <span className={classes.text}>{text}</span>
    </span>
  )
}
