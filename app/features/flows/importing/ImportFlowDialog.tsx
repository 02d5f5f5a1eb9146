'use client'

import { Button, FileButton, Text, TextInput } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FileDrop } from '@/app/ui/fields/FileDrop'
import { FormDialog } from '@/app/ui/fields/FormDialog'
import classes from './ImportFlowDialog.module.css'
import { Refusal } from './Refusal'
import { type ReadFile, readFlowText } from './readFile'

/** Chooses or drops a JSON file, shows what it holds or what is wrong with it, and makes a flow of it. */
export function ImportFlowDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('flows')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const problemText = useProblemText()
  const [file, setFile] = useState<{ name: string; read: ReadFile } | null>(null)
  const [name, setName] = useState('')
  const create = useMutation(
    trpc.flows.create.mutationOptions({
      onSuccess: async ({ flowId }) => {
        await queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() })
        router.push(`/flows/${flowId}`)
      },
    }),
  )
  const choose = async (chosen: File | null) => {
    if (!chosen) return
    const read = readFlowText(await chosen.text())
    setFile({ name: chosen.name, read })
    setName(read.ok ? read.document.name : '')
    create.reset()
  }
  const close = () => {
    setFile(null)
    create.reset()
    onClose()
  }
  const document = file?.read.ok ? file.read.document : null

  return (
    <FormDialog
      opened={opened}
      onClose={close}
      title={t('importing.title')}
      submitLabel={t('importing.submit')}
      cancelLabel={common('cancel')}
      disabled={!document}
      pending={create.isPending || create.isSuccess}
      error={create.isError && problemText(create.error)}
      onSubmit={() => {
        if (document) create.mutate({ name: name.trim(), kind: document.kind, document: { ...document, name: name.trim() } })
      }}
    >
      {file ? (
        <div className={classes.file}>
          <IconFileText size={18} stroke={1.75} aria-hidden />
          <div className={classes.words}>
            <div className={classes.name}>{file.name}</div>
            {document && (
              <Text size="xs" c="dimmed">
                {t('importing.facts', { kind: t(`kind.${document.kind}`), nodes: document.nodes.length })}
              </Text>
            )}
          </div>
          <FileButton accept="application/json,.json" onChange={(chosen) => void choose(chosen)}>
            {(props) => (
              <Button {...props} size="xs" variant="default">
                {t('importing.another')}
              </Button>
            )}
          </FileButton>
        </div>
      ) : (
        <FileDrop
          accept="application/json,.json"
          title={t('importing.drop')}
          hint={t('importing.hint')}
          buttonLabel={t('importing.choose')}
          onFile={(chosen) => void choose(chosen)}
        />
      )}
      {file && !file.read.ok && <Refusal read={file.read} />}
      {document && (
        <TextInput
          label={t('importing.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
          pattern=".*\S.*"
          maxLength={120}
          data-autofocus
        />
      )}
    </FormDialog>
  )
}
