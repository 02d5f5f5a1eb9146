import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { type Outputs, useTRPC, useTRPCClient } from '@/app/features/shared/trpc'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { openDocument } from '../model/open'
import { createEditor } from '../model/store'
import { createAutosave } from '../persistence/autosave'
import { createDraftServer } from '../persistence/draft-server'
import { createKeptDrafts } from '../persistence/kept-drafts'
import { tabId } from '../persistence/tab-id'
import type { EditorSession } from './session'
import { surroundingsOf } from './surroundings'
import { createUi, NARROW } from './ui-store'

type Flow = Outputs['flows']['get']

/** Opens a flow: its draft, with unsaved work that an earlier visit left on this machine. */
export function useOpenSession(flow: Flow, readOnly: boolean): EditorSession {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const [session] = useState(() => open(flow, readOnly, createDraftServer(client, flow.id)))
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

function open(flow: Flow, readOnly: boolean, server: ReturnType<typeof createDraftServer>): EditorSession {
  const stored = { document: openDocument(flow.draft.document), revision: flow.draft.revision }
  const kept = createKeptDrafts(flow.id, tabId(), typeof localStorage === 'undefined' ? null : localStorage)
  const left = readOnly ? [] : kept.takeOrphans()
  // unsaved work begins where it began; autosave then merges what was saved since, and asks where the two do not agree
  const unsaved = left.at(-1)
  const editor = createEditor(unsaved?.mine ?? stored.document, { readOnly })
  const base = unsaved ? { document: unsaved.base, revision: unsaved.revision } : stored
  const autosave = createAutosave({ editor, server, kept, base })
  if (unsaved && unsaved.revision < stored.revision) autosave.announced(stored.revision)
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
