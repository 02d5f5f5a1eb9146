import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useSession } from '../session/EditorContext'

/** Says that others' changes joined one's own unsaved ones; one notice at a time, however often they save. */
export function useMergeNotice() {
  const t = useTranslations('editor.presence')
  const { autosave } = useSession()
  useEffect(
    () => autosave.onMerged(() => notifications.show({ id: 'editor-merged', message: t('merged'), color: 'gray', autoClose: 4_000 })),
    [autosave, t],
  )
}
