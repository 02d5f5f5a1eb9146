import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { ReactFlowProvider } from '@xyflow/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import messages from '@/app/i18n/en'
import { theme } from '@/app/ui/theme/theme'
import { type FlowDocument, type FlowNode, NodeId } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { createNode } from '../model/edits/nodes'
import { createEditor } from '../model/store'
import { createAutosave, type DraftServer, type Revision } from '../persistence/autosave'
import { createActions, type Message } from '../session/actions'
import { EditorProvider } from '../session/EditorContext'
import type { EditorSession } from '../session/session'
import { type FlowContextData, surroundingsOf } from '../session/surroundings'
import { createUi } from '../session/ui-store'

// happy-dom has no font loading; Mantine listens for it to measure its text areas anew
if (!globalThis.document.fonts) Object.defineProperty(globalThis.document, 'fonts', { value: new EventTarget() })

/** A step of the product's own types, with its defaults and then `config`. */
export function step(id: string, type: string, config: FlowNode['config'] = {}): FlowNode {
  const definition = nodeDefinitions.get(type)
  if (!definition) throw new Error(`no step type ${type}`)
  const node = createNode(definition, { x: 0, y: 0 })
  return { ...node, id: NodeId.parse(id), config: { ...node.config, ...config } }
}

export function document(nodes: FlowNode[], more: Partial<FlowDocument> = {}): FlowDocument {
  return { schemaVersion: 1, kind: 'ivr', name: 'Test', variables: [], nodes, edges: [], notes: [], ...more }
}

/** An open flow without a server. */
export function openSession(flow: FlowDocument, options: { readOnly?: boolean; around?: Partial<FlowContextData>; saved?: Revision } = {}) {
  const editor = createEditor(flow, { readOnly: options.readOnly ?? false })
  const server: DraftServer = {
    save: async () => ({ ok: true, revision: 2 }),
    load: async () => ({ ok: true, ...(options.saved ?? { document: editor.getState().document, revision: 1 }) }),
  }
  const kept = { put: () => undefined, clear: () => undefined }
  const around: FlowContextData = { modules: [], secrets: [], sounds: [], ...options.around }
  const session: EditorSession = {
    flowId: 'flow',
    definitions: nodeDefinitions,
    editor,
    ui: createUi(),
    surroundings: createStore(() => surroundingsOf('flow', flow.kind, nodeDefinitions, around)),
    autosave: createAutosave({ editor, server, kept, base: { document: flow, revision: 1 } }),
    canvas: { current: null },
  }
  const say = vi.fn<(message: Message) => void>()
  const actions = createActions(session, say)
  return {
    session,
    actions,
    say,
    document: () => editor.getState().document,
    config: (id: string) => configOf(editor.getState().document, id),
  }
}

function configOf(flow: FlowDocument, id: string): FlowNode['config'] {
  const node = flow.nodes.find((node) => node.id === id)
  if (!node) throw new Error(`no step ${id}`)
  return node.config
}

/** Draws a part of the editor on an open flow, in English. */
export function renderEditor(open: ReturnType<typeof openSession>, part: ReactNode) {
  return render(
    <MantineProvider theme={theme} env="test">
      <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
        <EditorProvider value={{ session: open.session, actions: open.actions }}>
          <ReactFlowProvider>{part}</ReactFlowProvider>
        </EditorProvider>
      </NextIntlClientProvider>
    </MantineProvider>,
  )
}
