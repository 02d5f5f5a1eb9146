import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Diagnostic, FlowEdge } from '@/engine/flow'
import type { Point } from '../model/geometry'

/** Where the quick-add list is open and what picking a type does there. */
export interface QuickAdd {
  /** In page pixels, where the list stands. */
  readonly screen: Point
  /** On the canvas, where the step goes. */
  readonly at: Point
  /** Connects the new step behind this exit. */
  readonly from?: Pick<FlowEdge, 'from' | 'outcome'>
  /** Inserts the new step into this edge. */
  readonly edge?: string
  /** Offers existing steps too, as targets for `from`. */
  readonly targets?: boolean
}

export type MenuTarget =
  | { readonly kind: 'canvas' }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'edge'; readonly key: string }
  | { readonly kind: 'selection' }

export type Side = 'inspector' | 'versions'
export type Dialog = 'publish' | 'shortcuts' | 'numbers' | 'conflicts' | 'call'

/** A field to show, from the problems list; `nonce` makes asking twice work. */
export interface FieldRequest {
  /** Null: of the flow itself. */
  readonly nodeId: string | null
  readonly path: readonly (string | number)[]
  readonly nonce: number
}

/** What is open and hovered; nothing of it is saved or undone. */
export interface UiState {
  readonly tool: 'select' | 'hand'
  readonly quickAdd: QuickAdd | null
  readonly menu: { readonly screen: Point; readonly at: Point; readonly target: MenuTarget } | null
  /** A step whose exit is being chosen, to be connected by keyboard. */
  readonly connectFrom: string | null
  readonly hoveredEdge: string | null
  /** The edge that what is being dragged would be put into. */
  readonly dropEdge: string | null
  /** The step that a connection being drawn would lead to. */
  readonly dropNode: { readonly id: string; readonly legal: boolean } | null
  readonly palette: boolean
  readonly side: Side | null
  readonly problemsOpen: boolean
  readonly find: boolean
  readonly dialog: Dialog | null
  readonly minimap: boolean
  readonly field: FieldRequest | null
  /** A word beside the pointer: why something was refused. */
  readonly hint: { readonly text: string; readonly screen: Point; readonly nonce: number } | null
  readonly editingNote: string | null
  /** The question about a conflict was put off. */
  readonly conflictsLater: boolean
  /** Places of cards on their way to where the layout puts them. */
  readonly gliding: ReadonlyMap<string, Point> | null
  readonly diagnostics: readonly Diagnostic[]
  /** Those of the server's last look that the browser cannot find itself; they are part of `diagnostics`. */
  readonly serverFindings: readonly Diagnostic[]
  /** The problem that was gone to last. */
  readonly problem: Diagnostic | null
  readonly problemsOf: ReadonlyMap<string, readonly Diagnostic[]>
  /** Number of calls in a step now. */
  readonly live: ReadonlyMap<string, number>
}

/** Below this width, in px, what is beside the canvas comes only when it is asked for. */
export const NARROW = 1440

export type UiStore = StoreApi<UiState>

export function createUi(initial: Partial<UiState> = {}): UiStore {
  return createStore<UiState>()(() => ({
    tool: 'select',
    quickAdd: null,
    menu: null,
    connectFrom: null,
    hoveredEdge: null,
    dropEdge: null,
    dropNode: null,
    palette: true,
    side: 'inspector',
    problemsOpen: false,
    find: false,
    dialog: null,
    minimap: true,
    field: null,
    hint: null,
    editingNote: null,
    conflictsLater: false,
    gliding: null,
    diagnostics: [],
    serverFindings: [],
    problem: null,
    problemsOf: new Map(),
    live: new Map(),
    ...initial,
  }))
}
