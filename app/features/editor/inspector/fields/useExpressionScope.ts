import { useMemo } from 'react'
import type { FieldInput, VariableType } from '@/engine/flow'
import type { ExpressionScope } from '@/engine/flow/expressions'
import { useEditor } from '../../session/EditorContext'

/** The names that a field's expressions can use: the flow's variables, and those that only this field has. */
export function useExpressionScope(input?: FieldInput): ExpressionScope {
  const variables = useEditor((state) => state.document.variables)
  const extra = input && 'extra' in input ? (input.extra as Readonly<Record<string, VariableType>>) : undefined
  return useMemo(() => (extra ? { variables, extra } : { variables }), [variables, extra])
}
