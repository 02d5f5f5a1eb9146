import type { Edge, Node } from '@xyflow/react'
import type { Diagnostic, FlowDocument, FlowEdge, FlowNode, FlowNote, Outcome } from '@/engine/flow'
import type { Explanation } from '../model/explain'

/** All that a step's card shows; a card draws again only when one of these changes. */
export interface StepData extends Record<string, unknown> {
  readonly node: FlowNode
  readonly explanation: Explanation
  readonly exits: readonly Outcome[]
  /** The module's own exits, where the flow is one. */
  readonly moduleExits: FlowDocument['outcomes']
  /** Exits that lead somewhere, joined by spaces: a string so that it compares by value. */
  readonly connected: string
  readonly problems: readonly Diagnostic[] | undefined
  /** Calls in this step now. */
  readonly live: number
  readonly readOnly: boolean
  /** On a trace: the visits' numbers, or that the call did not come by. */
  readonly trace: StepTrace | undefined
}

export interface StepTrace {
  /** Numbers of the visits, from 1; empty where the call did not come by. */
  readonly visits: readonly number[]
  readonly failed: boolean
}

export interface NoteData extends Record<string, unknown> {
  readonly note: FlowNote
  readonly readOnly: boolean
}

export interface EdgeData extends Record<string, unknown> {
  readonly edge: FlowEdge
  readonly role: Outcome['role']
  readonly outcome: Outcome | undefined
  readonly type: string
  readonly readOnly: boolean
  readonly trace: 'taken' | 'not-taken' | undefined
}

export type StepNode = Node<StepData, 'step'>
export type NoteNode = Node<NoteData, 'note'>
export type CanvasNode = StepNode | NoteNode
export type CanvasEdge = Edge<EdgeData, 'flow'>

/** Id of the port that edges lead to. */
export const TARGET_PORT = 'in'
