import type { Locale } from '@/app/i18n/locales'
import type { FlowDocument, FlowNode, NodeMessages, Outcome, SummaryLine } from '@/engine/flow'
import { fillSentence } from '@/engine/flow/sentence'
import { nodeMessages } from '@/nodes/registry.messages'

/** What node types are called in one language. Total: an unknown type is called by its own name. */
export interface NodeWords {
  typeName(type: string): string
  typeDescription(type: string): string
  /** The analyst's name for a step, else its type's. */
  title(node: Pick<FlowNode, 'type' | 'name'>): string
  outcome(type: string, outcome: Pick<Outcome, 'id' | 'label' | 'key'>): string
  /** `exits` are the module's own, where the flow is one. */
  fact(type: string, line: Extract<SummaryLine, { kind: 'fact' }>, exits: FlowDocument['outcomes']): string
  /** A config field's words; list indexes in `path` are left out: `['options', 0, 'key']` is `options.key`. */
  field(type: string, path: readonly (string | number)[]): FieldWords
  section(type: string, section: string): string
}

export interface FieldWords {
  readonly label: string
  readonly help?: string
  readonly option: (value: string) => string
}

/** `nodeWords('zh-CN').typeName('menu')` → `'菜单'`. */
export function nodeWords(locale: Locale): NodeWords {
  const of = (type: string): NodeMessages | undefined =>
    Object.hasOwn(nodeMessages, type) ? nodeMessages[type as keyof typeof nodeMessages][locale] : undefined // own key, so a NodeType
  const typeName = (type: string) => of(type)?.name ?? type
  return {
    typeName,
    typeDescription: (type) => of(type)?.description ?? '',
    title: (node) => node.name ?? typeName(node.type),
    outcome: (type, { id, label, key }) => label ?? of(type)?.outcomes[key ?? id.split(':', 1)[0] ?? id] ?? id,
    fact: (type, { key, params, exit }, exits) => {
      const label = exits?.find(({ id }) => id === exit)?.label ?? exit
      return fillSentence(of(type)?.summary?.[key] ?? key, label === undefined ? params : { ...params, exit: label })
    },
    field: (type, path) => {
      const key = path.filter((part) => typeof part === 'string').join('.')
      const words = of(type)?.fields[key]
      return { label: words?.label ?? key, help: words?.help, option: (value) => words?.options?.[value] ?? value }
    },
    section: (type, section) => of(type)?.sections?.[section] ?? section,
  }
}
