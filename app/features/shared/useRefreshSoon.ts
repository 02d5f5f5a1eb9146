'use client'

import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'

const GATHER_MS = 400

/** Loads a query anew soon; many calls in a short while make one. */
export function useRefreshSoon(queryKey: QueryKey): () => void {
  const queries = useQueryClient()
  const key = useRef(queryKey)
  key.current = queryKey
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      void queries.invalidateQueries({ queryKey: key.current })
    }, GATHER_MS)
  }, [queries])
}
