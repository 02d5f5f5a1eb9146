'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type CallFilters, filtersOf, queryOf } from './filters'

/** The filters live in the address, so that a view can be bookmarked, shared and gone back to. */
export function useFilters() {
  const query = useSearchParams()
  const path = usePathname()
  const filters = useMemo(() => filtersOf(new URLSearchParams(query)), [query])
  const setFilters = useCallback(
    (change: Partial<CallFilters>) => {
      // The router follows; no request is made for a page that is already here.
      window.history.replaceState(null, '', path + queryOf({ ...filtersOf(new URLSearchParams(window.location.search)), ...change }))
    },
    [path],
  )
  const clear = useCallback(() => window.history.replaceState(null, '', path), [path])
  return { filters, setFilters, clear, active: queryOf(filters) !== '' }
}
