'use client'

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { CopyField } from './CopyField'

interface Props {
  title: string
  text: string
  /** What to copy, in order; null closes the dialog. */
  fields: readonly { readonly label: string; readonly value: string }[] | null
  copyLabel: string
  copiedLabel: string
  doneLabel: string
  onClose: () => void
}

/** Something that will not be shown again; only its button closes it. */
export function ShownOnceDialog({ title, text, fields, copyLabel, copiedLabel, doneLabel, onClose }: Props) {
  return (
    <Modal
      opened={fields !== null}
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        {fields?.map(({ label, value }) => (
          <CopyField key={label} label={label} value={value} copyLabel={copyLabel} copiedLabel={copiedLabel} />
        ))}
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {doneLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
