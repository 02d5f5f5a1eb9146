'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useNotify } from '@/app/features/shared/notify'
import { useTRPC, useTRPCClient } from '@/app/features/shared/trpc'
import { confirm } from '@/app/ui/feedback/confirm'
import { downloadDocument } from '../downloadDocument'
import type { FlowRow } from './filter'

/** Duplicate, export and remove one flow of the list. */
export function useFlowActions(flow: FlowRow) {
  const t = useTranslations('flows')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const notify = useNotify()
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() })
  const duplicating = useMutation(
    trpc.flows.duplicate.mutationOptions({
      onSuccess: async () => {
        await refresh()
        notify.done(t('duplicated', { name: flow.name }))
      },
      onError: notify.failed,
    }),
  )
  const removing = useMutation(
    trpc.flows.remove.mutationOptions({
      onSuccess: async () => {
        await refresh()
        notify.done(t('removed', { name: flow.name }))
      },
      onError: notify.failed,
    }),
  )
  return {
    duplicate: () => duplicating.mutate({ flowId: flow.id }),
    download: () =>
      void client.flows.get
        .query({ flowId: flow.id })
        .then(({ draft }) => downloadDocument(draft.document))
        .catch(notify.failed),
    remove: () =>
      void confirm({
        title: t('removeTitle', { name: flow.name }),
        body: t('removeBody'),
        confirm: t('removeConfirm'),
        cancel: common('cancel'),
        danger: true,
      }).then((sure) => {
        if (sure) removing.mutate({ flowId: flow.id })
      }),
  }
}
