import { nodeExamples } from '@/nodes/registry.example'

/** A node type's runnable example as text that can be pasted; null for a type that this build does not know. */
export function exampleOf(type: string): string | null {
  return Object.hasOwn(nodeExamples, type) ? JSON.stringify(nodeExamples[type as keyof typeof nodeExamples]) : null // own key, so a NodeType
}
