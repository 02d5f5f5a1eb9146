import { FlowDocument, type NodeDefinition, type NodeMessages } from '@/engine/flow'
import { nodeExamples } from '@/nodes/registry.example'
import { nodeMessages } from '@/nodes/registry.messages'
import type { NodeType } from '@/nodes/registry.types'

/** All that the reference says of a node type. */
export interface NodeDocs {
  readonly definition: NodeDefinition
  readonly words: NodeMessages
  readonly example: FlowDocument
}

export function docsOf(definition: NodeDefinition): NodeDocs {
  const type = definition.type as NodeType // the registries have the same keys
  return { definition, words: nodeMessages[type].en, example: FlowDocument.parse(nodeExamples[type]) }
}

/** A cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** A Markdown table; nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
