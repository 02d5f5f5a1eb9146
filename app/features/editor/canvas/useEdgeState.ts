import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createUi, type UiStore } from '../session/ui-store'

const still = createUi()

/** The canvas' hover states; a read-only map has its own, quiet ones. */
export const UiContext = createContext<UiStore>(still)

/** Whether an edge is under the pointer, or under something that would be dropped into it. */
export function useEdgeState(id: string): 'hover' | 'drop' | null {
  const ui = useContext(UiContext)
  return useStore(ui, (state) => (state.dropEdge === id ? 'drop' : state.hoveredEdge === id ? 'hover' : null))
}
