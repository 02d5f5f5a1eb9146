import { useMemo } from 'react'
import type { FieldMeta } from '@/engine/flow'
import type { ExpressionScope } from '@/engine/flow/expressions'
import { useEditor } from '../../session/EditorContext'

/** The names that a field's expressions can use: the flow's variables, and those that only this field has. */
export function useExpressionScope(extra?: FieldMeta['extra']): ExpressionScope {
  const variables = useEditor((state) => state.document.variables)
  return useMemo(() => (extra ? { variables, extra } : { variables }), [variables, extra])
}
