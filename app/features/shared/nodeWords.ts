import type { Locale } from '@/app/i18n/locales'
import type { NodeMessages } from '@/engine/flow'
import { nodeMessages } from '@/nodes/registry.messages'
import type { NodeType } from '@/nodes/registry.types'

/** Narrows a stored type to one of this build. */
export function isNodeType(type: string): type is NodeType {
  return Object.hasOwn(nodeMessages, type)
}

/** Words of a step type; undefined for one that this build does not have. */
export function nodeWords(type: string, locale: Locale): NodeMessages | undefined {
  return isNodeType(type) ? nodeMessages[type][locale] : undefined
}
