import { cycles, type Diagnostic, type FlowGraph, finding, type NodeDefinition } from '@/engine/flow'
import type { StepAnalysis } from '../analysis'
import { modulesOf } from '../module-signature'

type Steps = ReadonlyMap<string, StepAnalysis>

/** PB303, PB304: steps that repeat without the caller having a say in it. */
export function checkLoops(graph: FlowGraph, steps: Steps): Diagnostic[] {
  return [...endless(graph, steps), ...untilHangup(graph, steps)]
}

/**
 * PB303: steps that repeat without a visit that waits for the caller. An error where nothing but a failure leads out
 * of them; else a warning, as it may well be a condition that ends it.
 */
function endless(graph: FlowGraph, steps: Steps): Diagnostic[] {
  return loopsOf(graph, steps, ({ definition }) => definition.waits !== true).map(({ first, ends }) =>
    finding('PB303', ends ? 'warning' : 'error', { nodeId: first, params: { bound: ends ? 'some' : 'none' } }),
  )
}

/** PB304: steps that take the caller's time again and again, ask nothing, and that only a failure or a hang-up ends. */
function untilHangup(graph: FlowGraph, steps: Steps): Diagnostic[] {
  return loopsOf(graph, steps, ({ definition }) => definition.category !== 'input')
    .filter(({ ends, group }) => !ends && group.some((id) => steps.get(id)?.definition?.waits))
    .map(({ first }) => finding('PB304', 'warning', { nodeId: first }))
}

/** Groups of such steps that can come back to themselves. A step that runs a module may wait or ask inside it: it is in none. */
function loopsOf(graph: FlowGraph, steps: Steps, among: (step: StepAnalysis & { readonly definition: NodeDefinition }) => boolean) {
  const ids = [...steps.values()].flatMap((step) => {
    const { node, definition, config } = step
    return definition && modulesOf(definition, config).length === 0 && among({ ...step, definition }) ? [node.id as string] : []
  })
  const next = (id: string) => [...(graph.edges.get(id)?.values() ?? [])].map((edge) => edge.to as string)
  return cycles(ids, next).flatMap((group) => {
    const [first] = group
    const inside = new Set(group)
    return first === undefined ? [] : [{ first, group, ends: group.some((id) => leavesBy(id, inside, graph, steps)) }]
  })
}

/** Whether a step has an exit, other than for a failure, out of the group; one that is not connected ends the call or is handled. */
function leavesBy(id: string, inside: ReadonlySet<string>, graph: FlowGraph, steps: Steps): boolean {
  const exits = steps.get(id)?.outcomes
  if (!exits) return true
  return exits.some(({ id: exit, role }) => role !== 'error' && !inside.has(graph.edges.get(id)?.get(exit)?.to ?? ''))
}
