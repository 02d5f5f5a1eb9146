import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { EditorState } from '../model/store'
import type { Actions } from './actions'
import type { EditorSession } from './session'
import type { Surroundings } from './surroundings'
import type { UiState } from './ui-store'

interface EditorContextValue {
  readonly session: EditorSession
  readonly actions: Actions
}

const Context = createContext<EditorContextValue | null>(null)

export const EditorProvider = Context.Provider

function useValue(): EditorContextValue {
  const value = useContext(Context)
  if (!value) throw new Error('Used outside of the flow editor')
  return value
}

/** The open flow. */
export const useSession = (): EditorSession => useValue().session

/** Everything the user can do. */
export const useActions = (): Actions => useValue().actions

/** A part of the document's state; draws again when that part changes. */
export function useEditor<T>(pick: (state: EditorState) => T): T {
  return useStore(useSession().editor, pick)
}

/** A part of what is open and hovered. */
export function useUi<T>(pick: (state: UiState) => T): T {
  return useStore(useSession().ui, pick)
}

/** A part of what steps may name. */
export function useSurroundings<T>(pick: (state: Surroundings) => T): T {
  return useStore(useSession().surroundings, pick)
}
