import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { FlowNode } from '@/engine/flow'
import { useEditor } from './EditorContext'

/** The steps by what they are called; a new list only when one is added, taken away or renamed. */
export function useNamedSteps(): readonly Pick<FlowNode, 'id' | 'type' | 'name'>[] {
  const ids = useEditor(useShallow((state) => state.document.nodes.map((node) => node.id)))
  const types = useEditor(useShallow((state) => state.document.nodes.map((node) => node.type)))
  const names = useEditor(useShallow((state) => state.document.nodes.map((node) => node.name)))
  return useMemo(() => ids.map((id, index) => ({ id, type: types[index] ?? '', name: names[index] })), [ids, types, names])
}
