'use client'

import { ReactFlowProvider } from '@xyflow/react'
import { useMemo } from 'react'
import type { Outputs } from '@/app/features/shared/trpc'
import type { Visit } from '../persistence/useVisit'
import { createActions } from '../session/actions'
import { EditorProvider } from '../session/EditorContext'
import { useOpenSession } from '../session/useOpenSession'
import { EditorLayout } from './EditorLayout'
import { useSay } from './useSay'

type Flow = Outputs['flows']['get']

/** One open flow with all that belongs to it. */
export function OpenFlow({ flow, visit, readOnly }: { flow: Flow; visit: Visit; readOnly: boolean }) {
  const session = useOpenSession(flow, visit, readOnly)
  const say = useSay(session.ui)
  const value = useMemo(() => ({ session, actions: createActions(session, say) }), [session, say])
  return (
    <EditorProvider value={value}>
      <ReactFlowProvider>
        <EditorLayout />
      </ReactFlowProvider>
    </EditorProvider>
  )
}
