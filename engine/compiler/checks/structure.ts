import { type Diagnostic, type FlowDocument, finding, type NodeDefinitions } from '@/engine/flow'

/** PB101–PB103, PB109: what is wrong with the drawing before any step is looked into. */
export function checkStructure(document: FlowDocument, registry: NodeDefinitions): Diagnostic[] {
  const found: Diagnostic[] = []
  const ids = new Set<string>()
  for (const { id } of document.nodes) {
    if (ids.has(id)) found.push(finding('PB103', 'error', { nodeId: id, params: { id } }))
    ids.add(id)
  }
  const entries = document.nodes.filter((node) => registry.get(node.type)?.singleton)
  if (entries.length === 0) found.push(finding('PB101', 'error'))
  for (const entry of entries.slice(1)) found.push(finding('PB102', 'error', { nodeId: entry.id }))

  const used = new Set<string>()
  for (const { from, outcome } of document.edges) {
    const exit = `${from} ${outcome}`
    if (used.has(exit)) found.push(finding('PB109', 'error', { nodeId: from, outcome, params: { outcome } }))
    used.add(exit)
  }
  return found
}
