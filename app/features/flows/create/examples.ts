import { nodeWords } from '@/app/features/editor/words/node-words'
import type { Locale } from '@/app/i18n/locales'
import { type FlowDocument, type FlowKind, parseDocument } from '@/engine/flow'
import { nodeExamples } from '@/nodes/registry.example'
import { nodeDefinitions } from '@/nodes/registry.schema'

export interface FlowExample {
  /** The step type that it shows. */
  readonly type: string
  readonly title: string
  readonly text: string
  readonly kind: FlowKind
  readonly document: FlowDocument
}

/** Fewer steps than this show nothing but an entry and an end. */
const WORTH_SHOWING = 3

/** Runnable flows to start from: the example of each step type, named in the reader's language. */
export function flowExamples(locale: Locale): readonly FlowExample[] {
  const words = nodeWords(locale)
  return Object.entries(nodeExamples).flatMap(([type, example]) => {
    const read = parseDocument(example)
    if (!read.ok) return []
    const { document } = read.value
    // The entry alone shows nothing that an empty canvas does not.
    if (nodeDefinitions.get(type)?.singleton || document.nodes.length < WORTH_SHOWING) return []
    return [{ type, title: words.typeName(type), text: words.typeDescription(type), kind: document.kind, document }]
  })
}
