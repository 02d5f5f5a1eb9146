'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useTRPC } from '@/app/features/shared/trpc'
import type { FlowDocument } from '@/engine/flow'

const FlowMap = dynamic(() => import('@/app/features/editor/map/FlowMap').then((module) => module.FlowMap), { ssr: false })

/** A version as it was drawn. */
export function VersionMap({ flowId, document }: { flowId: string; document: FlowDocument }) {
  const trpc = useTRPC()
  const modules = useQuery(trpc.flows.context.queryOptions({ flowId })).data?.modules
  return <FlowMap document={document} modules={modules} />
}
