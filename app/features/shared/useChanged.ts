'use client'

import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNotify } from './notify'

/** After a change: loads lists anew and says it is done. `onSuccess: () => changed(t('removed'), trpc.secrets.list.queryKey())` */
export function useChanged() {
  const queries = useQueryClient()
  const { done } = useNotify()
  return useCallback(
    async (message: string | null, ...keys: QueryKey[]) => {
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
      if (message !== null) done(message)
    },
    [queries, done],
  )
}
