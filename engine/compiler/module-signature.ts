import type { FlowDocument, ModuleSignature, NodeDefinitions } from '@/engine/flow'

/** A module seen from the outside: what its caller fills in, reads back, and can leave by. */
export function moduleSignature(flowId: string, document: FlowDocument, _registry: NodeDefinitions): ModuleSignature {
  const pick = (of: 'input' | 'output') => document.variables.filter((variable) => variable[of]).map(({ name, type }) => ({ name, type }))
  return {
    flowId,
    name: document.name,
    inputs: pick('input'),
    outputs: pick('output'),
    outcomes: document.outcomes ?? [],
  }
}
