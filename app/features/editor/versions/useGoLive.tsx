import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useNotify } from '@/app/features/shared/notify'
import { useTRPC } from '@/app/features/shared/trpc'
import { useSession } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'
import { UndoNotice } from './UndoNotice'

/** Makes another version the one that calls run: one click, and one click to take it back. */
export function useGoLive() {
  const t = useTranslations('editor.versions')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const notify = useNotify()
  const { flowId } = useSession()
  const { live } = useFlowMeta()
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: trpc.flows.versions.queryKey({ flowId }) }),
      queries.invalidateQueries({ queryKey: trpc.flows.get.queryKey({ flowId }) }),
      queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() }),
    ])
  const mutation = useMutation(trpc.flows.goLive.mutationOptions({ onSuccess: refresh, onError: notify.failed }))
  const goLive = (version: { readonly versionId: string; readonly number: number }) => {
    const before = live
    mutation.mutate(
      { flowId, versionId: version.versionId },
      {
        onSuccess: () => {
          const id = `went-live-${version.versionId}`
          notifications.show({
            id,
            color: 'teal',
            autoClose: 10_000,
            message: (
              <UndoNotice
                text={t('wentLive', { number: version.number })}
                onUndo={
                  before &&
                  (() => {
                    notifications.hide(id)
                    mutation.mutate({ flowId, versionId: before.versionId })
                  })
                }
              />
            ),
          })
        },
      },
    )
  }
  return { goLive, pending: mutation.isPending }
}
