import { findNode } from '../model/edits/nodes'
import { useEditor } from '../session/EditorContext'
import { useFormScope } from './FormContext'

/** A part of the step's config; draws again when that part changes. */
export function useConfig<T>(pick: (config: unknown) => T): T {
  const { nodeId } = useFormScope()
  return useEditor((state) => pick(findNode(state.document, nodeId)?.config))
}
