'use client'

import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { ReactNode } from 'react'

interface Question {
  title: string
  body: ReactNode
  /** The verb on the button, e.g. "Remove". */
  confirm: string
  cancel: string
  /** Red button, focus on cancel. */
  danger?: boolean
}

/** Asks before something that is hard to take back: `if (await confirm({...})) remove()`. */
export function confirm({ title, body, confirm: verb, cancel, danger }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: (
        <Text size="sm" c="dimmed">
          {body}
        </Text>
      ),
      labels: { confirm: verb, cancel },
      confirmProps: { color: danger ? 'red.7' : undefined, 'data-autofocus': danger ? undefined : true },
      cancelProps: { 'data-autofocus': danger ? true : undefined },
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    })
  })
}
