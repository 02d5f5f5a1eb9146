'use client'

import dynamic from 'next/dynamic'
import type { FlowDocument } from '@/engine/flow'

const FlowMap = dynamic(() => import('@/app/features/editor/map/FlowMap').then((module) => module.FlowMap), { ssr: false })

/** A version as it was drawn. */
export function VersionMap({ document }: { document: FlowDocument }) {
  return <FlowMap document={document} />
}
