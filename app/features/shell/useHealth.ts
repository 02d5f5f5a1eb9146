import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { healthState } from './healthState'
import { heard, nothingHeard } from './heard'

/** How the installation is, asked again and again; null until it is known. */
export function useHealth() {
  const trpc = useTRPC()
  const [known, setKnown] = useState(nothingHeard)
  const state = healthState(known.health)
  // What is down is asked for more often, so that the page tells soon when it is back; a miss is looked into at once.
  const refetchInterval = known.misses === 1 ? 1_500 : state.tone === 'ok' ? 15_000 : 4_000
  const { data, isError, dataUpdatedAt, errorUpdatedAt } = useQuery(
    trpc.system.health.queryOptions(undefined, { staleTime: 0, refetchInterval }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer counts, also one that says the same
  useEffect(() => {
    if (data || isError) setKnown((before) => heard(before, isError ? undefined : data))
  }, [dataUpdatedAt, errorUpdatedAt])
  return known.known ? { ...state, health: known.health } : null
}
