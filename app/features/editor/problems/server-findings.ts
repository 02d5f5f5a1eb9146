import { z } from 'zod'
import { type Diagnostic, diagnosticCodes, type FlowDocument } from '@/engine/flow'

const isCode = (code: string): code is Diagnostic['code'] => code in diagnosticCodes
const Finding = z.object({
  code: z.string().refine(isCode),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  nodeId: z.string().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  outcome: z.string().optional(),
  range: z.object({ start: z.number(), end: z.number() }).optional(),
})

/** What the server found wrong with a flow that it refused to publish; none in any other error. */
export function findingsIn(error: unknown): Diagnostic[] {
  const carried = z.object({ data: z.object({ diagnostics: z.array(z.unknown()) }) }).safeParse(error)
  if (!carried.success) return []
  return carried.data.data.diagnostics.flatMap((found) => Finding.safeParse(found).data ?? [])
}

/** Where and what: the same finding of browser and server may differ in its words' values. */
const identity = ({ code, nodeId, path, outcome }: Diagnostic) => JSON.stringify([code, nodeId, path, outcome])

/** Of the server's findings those that the browser, which knows other flows only by their signatures, cannot make. */
export function beyond(local: readonly Diagnostic[], server: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(local.map(identity))
  return server.filter((found) => !known.has(identity(found)))
}

/** All that is wrong now: the browser's findings, and the server's of its last look as far as their steps are still there. */
export function together(local: readonly Diagnostic[], server: readonly Diagnostic[], document: FlowDocument): readonly Diagnostic[] {
  if (server.length === 0) return local
  const steps = new Set<string>(document.nodes.map((node) => node.id))
  return [...local, ...beyond(local, server).filter(({ nodeId }) => nodeId === undefined || steps.has(nodeId))]
}
