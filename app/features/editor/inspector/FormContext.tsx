import { type ComponentType, createContext, useContext } from 'react'
import type { Diagnostic, FlowDocument, FlowNode } from '@/engine/flow'
import type { FieldPath } from './field-props'
import type { FieldSpec } from './field-spec'

/** The step whose config is being edited. */
export interface FormScope {
  readonly node: FlowNode
  readonly problems: readonly Diagnostic[]
  readonly readOnly: boolean
  /** Draws a field; lists and groups draw theirs with it. */
  readonly Field: ComponentType<{ readonly spec: FieldSpec; readonly base?: FieldPath }>
  readonly change: (path: FieldPath, value: unknown, also?: (document: FlowDocument) => FlowDocument) => void
}

const Context = createContext<FormScope | null>(null)

export const FormScopeProvider = Context.Provider

export function useFormScope(): FormScope {
  const scope = useContext(Context)
  if (!scope) throw new Error('Fields need a form around them')
  return scope
}
