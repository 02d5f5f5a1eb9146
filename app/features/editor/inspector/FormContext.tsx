import { type ComponentType, createContext, useContext } from 'react'
import type { FlowDocument } from '@/engine/flow'
import type { FieldPath } from './field-props'
import type { FieldSpec } from './field-spec'

/**
 * The step whose config is being edited. Nothing in here changes while one types: fields take their own values with
 * `useConfig`, so that a key draws one field and not the form.
 */
export interface FormScope {
  readonly nodeId: string
  readonly type: string
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
