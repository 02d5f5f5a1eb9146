'use client'

import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FileDrop } from '@/app/ui/fields/FileDrop'
import { FormDialog } from '@/app/ui/fields/FormDialog'
import { soundName, uploadSound } from './uploadSound'

/** A sound file and the name that steps will use. */
export function UploadSoundDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('settings.sounds')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const changed = useChanged()
  const problemText = useProblemText()
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const upload = useMutation({
    mutationFn: uploadSound,
    onSuccess: async (_done, sent) => {
      close()
      await changed(t('uploaded', { name: sent.name }), trpc.sounds.list.queryKey())
    },
  })
  const close = () => {
    setFile(null)
    setName('')
    upload.reset()
    onClose()
  }
  return (
    <FormDialog
      opened={opened}
      onClose={close}
      title={t('upload')}
      submitLabel={t('submit')}
      cancelLabel={common('cancel')}
      pending={upload.isPending}
      disabled={!file}
      error={upload.isError && problemText(upload.error)}
      onSubmit={() => {
        if (file) upload.mutate({ name: name.trim(), file })
      }}
    >
      <FileDrop
        accept="audio/*,.wav,.mp3,.ogg,.flac"
        title={file ? file.name : t('drop')}
        hint={t('dropHint')}
        buttonLabel={t('choose')}
        onFile={(chosen) => {
          setFile(chosen)
          setName((before) => before || soundName(chosen.name))
          upload.reset()
        }}
      />
      {file && (
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          pattern="[\p{L}\p{N}][\p{L}\p{N} _.\-]{0,79}"
          maxLength={80}
          required
          withAsterisk={false}
        />
      )}
    </FormDialog>
  )
}
