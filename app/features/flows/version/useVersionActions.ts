'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useNotify } from '@/app/features/shared/notify'
import { type Outputs, useTRPC, useTRPCClient } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'
import { confirm } from '@/app/ui/feedback/confirm'

type Version = Outputs['flows']['versions'][number]

/** Makes a version live, or copies it into the draft; both ask first. */
export function useVersionActions(flowId: string) {
  const t = useTranslations('flows.versionPage')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const notify = useNotify()
  const changed = useChanged()
  const flowKeys = [trpc.flows.versions.queryKey({ flowId }), trpc.flows.get.queryKey({ flowId }), trpc.flows.list.queryKey()]
  const live = useMutation(trpc.flows.goLive.mutationOptions({ onError: notify.failed }))
  const restoring = useMutation({
    mutationFn: async (versionId: string) => {
      // Based on the draft as it is now; one saved in between is not overwritten unseen.
      const { draft } = await client.flows.get.query({ flowId })
      return client.flows.restoreDraft.mutate({ flowId, versionId, baseRevision: draft.revision })
    },
    onError: notify.failed,
  })
  return {
    pending: live.isPending || restoring.isPending,
    goLive: async ({ versionId, number }: Version) => {
      const sure = await confirm({
        title: t('goLiveTitle', { number }),
        body: t('goLiveBody'),
        confirm: t('goLive'),
        cancel: common('cancel'),
      })
      if (sure) live.mutate({ flowId, versionId }, { onSuccess: () => void changed(t('wentLive', { number }), ...flowKeys) })
    },
    restore: async ({ versionId, number }: Version) => {
      const sure = await confirm({
        title: t('restoreTitle', { number }),
        body: t('restoreBody'),
        confirm: t('restore'),
        cancel: common('cancel'),
        danger: true,
      })
      if (sure) restoring.mutate(versionId, { onSuccess: () => void changed(t('restored', { number }), ...flowKeys) })
    },
  }
}
