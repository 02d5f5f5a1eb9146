import type { StoreApi } from 'zustand/vanilla'
import type { NodeDefinitions } from '@/engine/flow'
import type { EditorStore } from '../model/store'
import type { Autosave } from '../persistence/autosave'
import type { CanvasHandle } from './canvas-handle'
import type { Surroundings } from './surroundings'
import type { UiStore } from './ui-store'

/** One open flow: all that the editor's parts share. */
export interface EditorSession {
  readonly flowId: string
  readonly definitions: NodeDefinitions
  readonly editor: EditorStore
  readonly ui: UiStore
  readonly surroundings: StoreApi<Surroundings>
  readonly autosave: Autosave
  /** The drawn canvas, once there is one. */
  readonly canvas: { current: CanvasHandle | null }
}
