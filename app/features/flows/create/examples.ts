import type { Locale } from '@/app/i18n/locales'
import { FlowDocument, type FlowKind } from '@/engine/flow'
import { nodeExamples } from '@/nodes/registry.example'
import { nodeMessages } from '@/nodes/registry.messages'
import { isNodeType } from '@/app/features/shared/nodeWords'

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
  return Object.entries(nodeExamples).flatMap(([type, example]) => {
    const parsed = FlowDocument.safeParse(example)
    if (!isNodeType(type) || !parsed.success || parsed.data.nodes.length < WORTH_SHOWING) return []
    const { name, description } = nodeMessages[type][locale]
    return [{ type, title: name, text: description, kind: parsed.data.kind, document: parsed.data }]
  })
}
