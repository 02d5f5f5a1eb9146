import { createContext, useContext } from 'react'
import type { Diagnostic, FlowDocument, FlowNode } from '@/engine/flow'
import type { FieldPath } from './field-props'

/** The step whose config is being edited. */
export interface FormScope {
  readonly node: FlowNode
  readonly problems: readonly Diagnostic[]
  readonly readOnly: boolean
  readonly change: (path: FieldPath, value: unknown, also?: (document: FlowDocument) => FlowDocument) => void
}

const Context = createContext<FormScope | null>(null)

export const FormScopeProvider = Context.Provider

export function useFormScope(): FormScope {
  const scope = useContext(Context)
  if (!scope) throw new Error('Fields need a form around them')
  return scope
}
