import { z } from 'zod'

/** A node's id, unique in its flow document. */
export const NodeId = z
  .string()
  .regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/)
  .brand<'NodeId'>()
export type NodeId = z.infer<typeof NodeId>

/** A name a CEL expression can use: `flow.<name>`. */
export const VariableName = z.string().regex(/^[a-z][A-Za-z0-9_]{0,63}$/)

/** A named exit of a node, e.g. `matched:1`, `timeout`, `error`. */
export const OutcomeId = z.string().regex(/^[A-Za-z0-9_.:*#-]{1,64}$/)
export type OutcomeId = z.infer<typeof OutcomeId>
