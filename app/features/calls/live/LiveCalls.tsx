'use client'

import { useDocumentVisibility } from '@mantine/hooks'
import { useSubscription } from '@trpc/tanstack-react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useCan } from '@/app/features/shared/me'
import { useTRPC } from '@/app/features/shared/trpc'
import { afterEvent, countByPath, type LiveCalls, type LiveEvent } from './state'

interface Live {
  readonly store: StoreApi<{ calls: LiveCalls }>
  readonly listeners: Set<(event: LiveEvent) => void>
}

const LiveContext = createContext<Live | null>(null)

/**
 * Follows the calls of the whole installation by one subscription a tab. Hidden tabs let go of it: browsers allow six
 * connections to a server over all tabs.
 */
export function LiveCallsProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC()
  const allowed = useCan()('call.view')
  const visible = useDocumentVisibility() === 'visible'
  const [live] = useState<Live>(() => ({ store: createStore(() => ({ calls: new Map() })), listeners: new Set() }))
  useSubscription(
    trpc.calls.live.subscriptionOptions(undefined, {
      enabled: allowed && visible,
      // What happened while nobody listened is unknown; the stream begins with the calls that are up.
      onStarted: () => live.store.setState({ calls: new Map() }),
      onData: (event) => {
        live.store.setState(({ calls }) => ({ calls: afterEvent(calls, event) }))
        for (const listener of live.listeners) listener(event)
      },
    }),
  )
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('Live calls need <LiveCallsProvider> around them.')
  return live
}

/** How many calls are in each step of a flow now, by state path; re-renders only when that changes. */
export function useLiveCalls(flowId: string): ReadonlyMap<string, number> {
  const { store } = useLive()
  const entries = useStore(
    store,
    useShallow(({ calls }) => [...countByPath(calls, flowId)].map(([path, count]) => `${count} ${path}`)),
  )
  return useMemo(() => new Map(entries.map((entry) => [entry.slice(entry.indexOf(' ') + 1), Number.parseInt(entry, 10)])), [entries])
}

/** How many calls are in flows now. */
export function useLiveCallCount(): number {
  return useStore(useLive().store, ({ calls }) => calls.size)
}

/** Calls back for every event of a live call, and when all are told anew. */
export function useLiveEvents(listener: (event: LiveEvent) => void): void {
  const { listeners } = useLive()
  useEffect(() => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listeners, listener])
}
