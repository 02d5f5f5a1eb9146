import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { type Outputs, useTRPC, useTRPCClient } from '@/app/features/shared/trpc'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { openDocument } from '../model/open'
import { createEditor } from '../model/store'
import { createAutosave } from '../persistence/autosave'
import { createDraftServer } from '../persistence/draft-server'
import type { Visit } from '../persistence/useVisit'
import type { EditorSession } from './session'
import { surroundingsOf } from './surroundings'
import { createUi, NARROW } from './ui-store'

type Flow = Outputs['flows']['get']

/** Opens a flow: its draft, with unsaved work that earlier visits left on this machine. */
export function useOpenSession(flow: Flow, visit: Visit, readOnly: boolean): EditorSession {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const [session] = useState(() => open(flow, visit, readOnly, createDraftServer(client, flow.id)))
  const surroundings = useQuery(trpc.flows.context.queryOptions({ flowId: flow.id }, { staleTime: 30_000 })).data
  useEffect(() => {
    if (surroundings)
      session.surroundings.setState(
        surroundingsOf(flow.id, session.editor.getState().document.kind, session.definitions, surroundings),
        true,
      )
  }, [session, surroundings, flow.id])
  useEffect(() => (readOnly ? undefined : session.autosave.start()), [session, readOnly])
  return session
}

function open(flow: Flow, visit: Visit, readOnly: boolean, server: ReturnType<typeof createDraftServer>): EditorSession {
  const stored = { document: openDocument(flow.draft.document), revision: flow.draft.revision }
  const editor = createEditor(stored.document, { readOnly })
  const autosave = createAutosave({ editor, server, kept: visit.kept, left: visit.left, base: stored })
  return {
    flowId: flow.id,
    definitions: nodeDefinitions,
    editor,
    // on a small screen the overview and the right column would hide more than they show
    ui: createUi(typeof window !== 'undefined' && window.innerWidth >= NARROW ? {} : { minimap: false, side: null }),
    surroundings: createStore(() => surroundingsOf(flow.id, stored.document.kind, nodeDefinitions, null)),
    autosave,
    canvas: { current: null },
  }
}
