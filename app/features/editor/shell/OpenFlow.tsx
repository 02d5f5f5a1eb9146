'use client'

import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useState } from 'react'
import { useCan } from '@/app/features/shared/me'
import type { Outputs } from '@/app/features/shared/trpc'
import { createActions } from '../session/actions'
import { EditorProvider } from '../session/EditorContext'
import { useOpenSession } from '../session/useOpenSession'
import { EditorLayout } from './EditorLayout'
import { useSay } from './useSay'

type Flow = Outputs['flows']['get']

/** One open flow with all that belongs to it. */
export function OpenFlow({ flow }: { flow: Flow }) {
  const can = useCan()
  const [readOnly] = useState(() => !can('flow.edit'))
  const session = useOpenSession(flow, readOnly)
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
