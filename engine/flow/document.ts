import { z } from 'zod'
import { NodeId, OutcomeId, VariableName } from './ids'

/** The document format this build writes. Older ones are migrated on reading, newer ones refused. */
export const SCHEMA_VERSION = 1

/** What a flow is for. `routing` and `ticket` flows use the same document. */
export const FlowKind = z.enum(['ivr', 'module'])
export type FlowKind = z.infer<typeof FlowKind>

/** CEL's view of a variable: text, number (double), true/false, or any JSON. */
export const VariableType = z.enum(['string', 'number', 'boolean', 'json'])
export type VariableType = z.infer<typeof VariableType>

/** A declared variable, read as `flow.<name>`. In a module, `input` ones are filled by the caller and `output` ones can be read by it. */
export const Variable = z.strictObject({
  name: VariableName,
  type: VariableType,
  initial: z.json().optional(),
  input: z.boolean().optional(),
  output: z.boolean().optional(),
  description: z.string().max(500).optional(),
})
export type Variable = z.infer<typeof Variable>

/** Canvas position, in React Flow units (px at zoom 1). */
export const Position = z.strictObject({ x: z.number(), y: z.number() })

/** One drawn step. `config` is checked by the node type's own schema, so that one bad node never hides the rest. */
export const FlowNode = z.strictObject({
  id: NodeId,
  type: z.string().min(1).max(64),
  /** Version of the node type's config schema. */
  version: z.number().int().positive(),
  /** The analyst's own name for the step; the type's name where absent. */
  name: z.string().max(80).optional(),
  config: z.record(z.string(), z.json()),
  position: Position,
})
export type FlowNode = z.infer<typeof FlowNode>

/** One connection: a node has at most one edge per outcome, so (`from`, `outcome`) is its identity. */
export const FlowEdge = z.strictObject({ from: NodeId, outcome: OutcomeId, to: NodeId })
export type FlowEdge = z.infer<typeof FlowEdge>

/** A note on the canvas. */
export const FlowNote = z.strictObject({
  id: NodeId,
  text: z.string().max(5000),
  position: Position,
  size: z.strictObject({ width: z.number().positive(), height: z.number().positive() }),
  color: z.enum(['yellow', 'blue', 'green', 'pink', 'gray']),
})
export type FlowNote = z.infer<typeof FlowNote>

/** A module's named exit; the run-module step has one outcome for each. */
export const ModuleOutcome = z.strictObject({ id: OutcomeId, label: z.string().min(1).max(80) })
export type ModuleOutcome = z.infer<typeof ModuleOutcome>

/**
 * A flow as one JSON file. The flow's defaults for errors, hang-up and too many steps are the `entry` node's
 * outcomes `error`, `hangup` and `too-many-steps`; unconnected, they end politely.
 */
export const FlowDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: FlowKind,
  name: z.string().min(1).max(120),
  description: z.string().max(2000).optional(),
  variables: z.array(Variable).max(200),
  /** Modules only. */
  outcomes: z.array(ModuleOutcome).max(50).optional(),
  nodes: z.array(FlowNode).max(5000),
  edges: z.array(FlowEdge).max(20000),
  notes: z.array(FlowNote).max(500),
})
export type FlowDocument = z.infer<typeof FlowDocument>
