import { type Diagnostic, finding, type PublishedModule } from '@/engine/flow'
import { modulesOf } from '../module-signature'
import type { FlowAnalysis } from '../validate'

/** Most steps of a flow with all its modules written into it. */
export const MOST_STEPS = 20_000

/** What is asked of published modules. */
export interface ModuleLibrary {
  readonly published: (flowId: string) => PublishedModule | undefined
  readonly analysis: (module: PublishedModule) => FlowAnalysis
}

/** PB212, PB213: what is wrong with the modules that a flow runs, and with its size when they are written into it. */
export function checkModules(analysis: FlowAnalysis, library: ModuleLibrary): Diagnostic[] {
  const sizes = new Map<string, number>()
  const found: Diagnostic[] = []
  let total = analysis.document.nodes.length
  for (const { node, definition, config } of analysis.steps.values()) {
    for (const flowId of modulesOf(definition, config)) {
      const size = sizeOf(flowId, library, sizes)
      if (typeof size === 'number') total += size
      else found.push(finding('PB212', 'error', { nodeId: node.id, params: { name: size.broken } }))
    }
  }
  if (total > MOST_STEPS) found.push(finding('PB213', 'error', { params: { limit: MOST_STEPS } }))
  return found
}

/** Steps of a module with its own modules in it, or the name of the one in it that has errors; a module that runs itself has. */
function sizeOf(flowId: string, library: ModuleLibrary, sizes: Map<string, number>): number | { readonly broken: string } {
  const known = sizes.get(flowId)
  if (known !== undefined) return known
  const module = library.published(flowId)
  if (!module) return 0
  const { diagnostics, steps } = library.analysis(module)
  if (diagnostics.some(({ severity }) => severity === 'error')) return { broken: module.document.name }
  let size = module.document.nodes.length
  for (const { definition, config } of steps.values()) {
    for (const inner of modulesOf(definition, config)) {
      const more = sizeOf(inner, library, sizes)
      if (typeof more !== 'number') return more
      size += more
    }
  }
  sizes.set(flowId, size)
  return size
}
