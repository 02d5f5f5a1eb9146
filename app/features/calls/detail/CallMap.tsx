'use client'

import dynamic from 'next/dynamic'
import type { Call } from './CallHeader'
import type { Step } from './useSelectedStep'

// The drawing brings the canvas with it; lists and facts need not wait for that.
const FlowMap = dynamic(() => import('@/app/features/editor/map/FlowMap').then((module) => module.FlowMap), { ssr: false })

interface Props {
  session: Call['sessions'][number]
  selected: Step | undefined
  onSelectNode: (nodeId: string | null) => void
}

/** The way of a call on the drawing that it ran. */
export function CallMap({ session, selected, onSelectNode }: Props) {
  return (
    <FlowMap
      key={session.sessionId}
      document={session.document}
      trace={session.steps}
      highlight={selected?.path.split('.', 1)[0] ?? null}
      onSelect={onSelectNode}
    />
  )
}
