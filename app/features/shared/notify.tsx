'use client'

import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useProblemText } from './useProblemText'

/** `notify.done(t('saved'))`, `notify.failed(error)`: a passing word in the corner, read out to screen readers. */
export function useNotify() {
  const text = useProblemText()
  return useMemo(
    () => ({
      done: (message: string) => notifications.show({ message, icon: <IconCheck size={16} />, color: 'teal', autoClose: 3500 }),
      failed: (error: unknown) =>
        notifications.show({ message: text(error), icon: <IconAlertTriangle size={16} />, color: 'red', autoClose: 8000 }),
    }),
    [text],
  )
}
