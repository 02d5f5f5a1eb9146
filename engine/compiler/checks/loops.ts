import { cycles, type Diagnostic, type FlowGraph, finding } from '@/engine/flow'
import type { StepAnalysis } from '../analysis'
import { modulesOf } from '../module-signature'

/**
 * PB303: steps that repeat without a visit that waits for the caller. An error where nothing but a failure leads out
 * of them; else a warning, as it may well be a condition that ends it.
 */
export function checkLoops(graph: FlowGraph, steps: ReadonlyMap<string, StepAnalysis>): Diagnostic[] {
  // A step that runs a module may wait inside it.
  const quick = [...steps.values()].flatMap(({ node, definition, config }) =>
    !definition || definition.waits || modulesOf(definition, config).length > 0 ? [] : [node.id as string],
  )
  const next = (id: string) => [...(graph.edges.get(id)?.values() ?? [])].map((edge) => edge.to as string)
  return cycles(quick, next).flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const inside = new Set(group)
    const ends = group.some((id) => leavesBy(id, inside, graph, steps))
    return [finding('PB303', ends ? 'warning' : 'error', { nodeId: first, params: { bound: ends ? 'some' : 'none' } })]
  })
}

/** Whether a step has an exit, other than for a failure, out of the group; one that is not connected ends the call or is handled. */
function leavesBy(id: string, inside: ReadonlySet<string>, graph: FlowGraph, steps: ReadonlyMap<string, StepAnalysis>): boolean {
  const exits = steps.get(id)?.outcomes
  if (!exits) return true
  return exits.some(({ id: exit, role }) => role !== 'error' && !inside.has(graph.edges.get(id)?.get(exit)?.to ?? ''))
}
