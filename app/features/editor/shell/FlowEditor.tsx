'use client'

import '../tokens.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '@/app/features/shared/ErrorState'
import { FullPage } from '@/app/features/shared/FullPage'
import { Guard } from '@/app/features/shared/Guard'
import { useCan } from '@/app/features/shared/me'
import { problemOf } from '@/app/features/shared/problem'
import { useTRPC } from '@/app/features/shared/trpc'
import { useVisit } from '../persistence/useVisit'
import { EditorSkeleton } from './EditorSkeleton'
import { MissingFlow } from './MissingFlow'
import { OpenFlow } from './OpenFlow'

/** The flow editor: opens a flow's draft, for everyone who may see it; who may not edit looks on. */
export function FlowEditor({ flowId }: { flowId: string }) {
  return (
    <Guard permission="flow.view" whole>
      <Open flowId={flowId} />
    </Guard>
  )
}

function Open({ flowId }: { flowId: string }) {
  const trpc = useTRPC()
  const can = useCan()
  const [readOnly] = useState(() => !can('flow.edit'))
  const visit = useVisit(flowId, readOnly)
  // what an earlier visit left in the cache may be old, and the editor must begin from what the server has
  const flow = useQuery(trpc.flows.get.queryOptions({ flowId }, { staleTime: 0, refetchOnWindowFocus: false }))
  if (flow.data && flow.isFetchedAfterMount && visit) return <OpenFlow key={visit.id} flow={flow.data} visit={visit} readOnly={readOnly} />
  if (!flow.isError) return <EditorSkeleton />
  return (
    <FullPage>
      {problemOf(flow.error).code === 'NOT_FOUND' ? <MissingFlow /> : <ErrorState error={flow.error} onRetry={() => void flow.refetch()} />}
    </FullPage>
  )
}
