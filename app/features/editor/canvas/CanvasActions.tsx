import { createContext, type MouseEvent, useContext } from 'react'
import type { FlowNote } from '@/engine/flow'

/** An exit by the ids in the drawing. */
export interface Exit {
  readonly from: string
  readonly outcome: string
}

/** What cards and edges can ask for. A read-only map provides none of it. */
export interface CanvasActions {
  readonly clickPort?: (exit: Exit, event: MouseEvent) => void
  readonly insertOnEdge?: (key: string, event: MouseEvent) => void
  readonly deleteEdge?: (key: string) => void
  readonly changeNote?: (id: string, change: Partial<Omit<FlowNote, 'id'>>) => void
}

const Context = createContext<CanvasActions>({})

export const CanvasActionsProvider = Context.Provider

export function useCanvasActions(): CanvasActions {
  return useContext(Context)
}
