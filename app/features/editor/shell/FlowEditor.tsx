'use client'

import '../tokens.css'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '@/app/features/shared/ErrorState'
import { useTRPC } from '@/app/features/shared/trpc'
import { EditorSkeleton } from './EditorSkeleton'
import { OpenFlow } from './OpenFlow'

/** The flow editor: opens a flow's draft, for everyone who may see it; who may not edit looks on. */
export function FlowEditor({ flowId }: { flowId: string }) {
  const trpc = useTRPC()
  // what an earlier visit left in the cache may be old, and the editor must begin from what the server has
  const flow = useQuery(trpc.flows.get.queryOptions({ flowId }, { staleTime: 0, refetchOnWindowFocus: false }))
  if (flow.data && flow.isFetchedAfterMount) return <OpenFlow key={flowId} flow={flow.data} />
  if (flow.isError) return <ErrorState error={flow.error} onRetry={() => void flow.refetch()} />
  return <EditorSkeleton />
}
