import { type ComponentType, Suspense } from 'react'
import type { FlowNode } from '@/engine/flow'
import type { NodeFormProps } from '@/nodes/form.types'
import { findNode } from '../model/edits/nodes'
import { useActions, useEditor } from '../session/EditorContext'

/** A step's own form, with its config. */
export function CustomForm({ id, Form, readOnly }: { id: string; Form: ComponentType<NodeFormProps>; readOnly: boolean }) {
  const actions = useActions()
  const config = useEditor((state) => findNode(state.document, id)?.config)
  if (!config) return null
  return (
    <Suspense fallback={null}>
      <Form
        config={config}
        onChange={(next) => actions.configure(id, { ...next } as FlowNode['config'], 'form')} // values are JSON by the form's contract
        readOnly={readOnly}
      />
    </Suspense>
  )
}
