import { configFields, type FlowDocument, fieldTree, type ModuleSignature, type NodeDefinition, type NodeDefinitions } from '@/engine/flow'

/** A module seen from the outside: what its caller fills in, reads back, and can leave by, and which modules it runs. */
export function moduleSignature(flowId: string, document: FlowDocument, registry: NodeDefinitions): ModuleSignature {
  const pick = (of: 'input' | 'output') => document.variables.filter((variable) => variable[of]).map(({ name, type }) => ({ name, type }))
  return {
    flowId,
    name: document.name,
    inputs: pick('input'),
    outputs: pick('output'),
    outcomes: document.outcomes ?? [],
    uses: [...new Set(document.nodes.flatMap(({ type, config }) => modulesOf(registry.get(type), config)))],
  }
}

/** Flow ids of the modules that a step's config names. */
export function modulesOf(definition: NodeDefinition | undefined, config: unknown): string[] {
  // Hardly any type runs modules; the others' configs need no look.
  if (!definition || !fieldTree(definition).some(({ input }) => input.kind === 'module')) return []
  return configFields(definition, config).flatMap(({ meta, value }) =>
    meta.input.kind === 'module' && typeof value === 'string' && value !== '' ? [value] : [],
  )
}
