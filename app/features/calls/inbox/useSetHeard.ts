'use client'

import { useMutation } from '@tanstack/react-query'
import { useNotify } from '@/app/features/shared/notify'
import { useTRPC } from '@/app/features/shared/trpc'
import { useChanged } from '@/app/features/shared/useChanged'

/** Marks a message as heard or as new. */
export function useSetHeard() {
  const trpc = useTRPC()
  const notify = useNotify()
  const changed = useChanged()
  return useMutation(
    trpc.recordings.setHeard.mutationOptions({
      onSuccess: () => changed(null, trpc.recordings.list.pathKey(), trpc.recordings.unheard.queryKey()),
      onError: notify.failed,
    }),
  )
}
