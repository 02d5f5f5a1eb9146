'use client'

import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface Props {
  opened: boolean
  onClose: () => void
  title: ReactNode
  submitLabel: string
  cancelLabel: string
  /** Called on Enter and on the button; the form has been checked by the browser. */
  onSubmit: () => void
  pending?: boolean
  /** Nothing to submit yet. */
  disabled?: boolean
  /** What went wrong, in words. */
  error?: ReactNode
  size?: string | number
  children: ReactNode
}

/** A short form in a dialog: first field focused, Enter submits, errors above the buttons. */
export function FormDialog({
  opened,
  onClose,
  title,
  submitLabel,
  cancelLabel,
  onSubmit,
  pending,
  disabled,
  error,
  size = 440,
  children,
}: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeOnClickOutside={!pending}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending && !disabled) onSubmit()
        }}
      >
        <Stack gap="md">
          {children}
          {error && (
            <Alert color="red" variant="light" icon={<IconAlertTriangle size={16} />} role="alert" p="xs">
              {error}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs" mt={4}>
            <Button variant="default" onClick={onClose} disabled={pending}>
              {cancelLabel}
            </Button>
            <Button type="submit" loading={pending} disabled={disabled}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
