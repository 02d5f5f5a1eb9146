import type { FlowDocument, FlowGraph, FlowNode, NodeDefinition, Outcome, PopFrame } from '@/engine/flow'

/** A step whose type is known and whose config has passed its schema. */
export interface ReadyNode {
  readonly node: FlowNode
  readonly definition: NodeDefinition
  readonly config: unknown
  readonly outcomes: readonly Outcome[]
}

/** One document on its way into the machine: the flow itself, or a module at a run-module step. */
export interface Frame {
  /** `''` for the flow, else the run-module step's path. */
  readonly scope: string
  readonly flowId: string | null
  readonly version: number | null
  readonly document: FlowDocument
  readonly graph: FlowGraph
  readonly entry: ReadyNode
  readonly nodes: readonly ReadyNode[]
  /** Steps that only the error handler leads to; their own failures must not start it again. */
  readonly handlerOnly: ReadonlySet<string>
  /** The run-module step that the frame hangs on. */
  readonly parent?: { readonly frame: Frame; readonly step: ReadyNode; readonly results: PopFrame['results'] }
}

/** State path of a step: `menu`, or `survey.menu` inside the step `survey`. */
export function pathOf(frame: Frame, nodeId: string): string {
  return frame.scope === '' ? nodeId : `${frame.scope}.${nodeId}`
}
