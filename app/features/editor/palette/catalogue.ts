import type { FlowKind, NodeCategory, NodeDefinition, NodeDefinitions } from '@/engine/flow'
import { nodeCategories } from '@/engine/flow/node-kit'
import type { NodeWords } from '../words/node-words'

/** A step type that can be added. */
export interface CatalogueItem {
  readonly type: string
  readonly category: NodeCategory
  readonly name: string
  readonly description: string
}

export interface CatalogueGroup {
  readonly category: NodeCategory
  readonly items: readonly CatalogueItem[]
}

/** Step types that a flow of this kind can hold, in palette order. `words` first in the user's language, then others to search in. */
export function catalogue(definitions: NodeDefinitions, kind: FlowKind, words: NodeWords): CatalogueItem[] {
  const rank = (definition: NodeDefinition) => nodeCategories.indexOf(definition.category)
  return [...definitions.values()]
    .filter((definition) => !definition.singleton && definition.kinds.includes(kind))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ type, category }) => ({ type, category, name: words.typeName(type), description: words.typeDescription(type) }))
}

/** Items whose name, description or type hold all words of the query; names first. */
export function search(items: readonly CatalogueItem[], query: string, also: NodeWords): CatalogueItem[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...items]
  const rank = (item: CatalogueItem) => {
    const name = `${item.name} ${also.typeName(item.type)}`.toLocaleLowerCase()
    const text = `${name} ${item.type} ${item.description}`.toLocaleLowerCase()
    if (wanted.every((word) => name.includes(word))) return item.name.toLocaleLowerCase().startsWith(wanted[0] ?? '') ? 0 : 1
    return wanted.every((word) => text.includes(word)) ? 2 : null
  }
  return items
    .flatMap((item) => {
      const at = rank(item)
      return at === null ? [] : [{ item, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** In palette order, without empty groups. */
export function grouped(items: readonly CatalogueItem[]): CatalogueGroup[] {
  return nodeCategories
    .map((category) => ({ category, items: items.filter((item) => item.category === category) }))
    .filter((group) => group.items.length > 0)
}
