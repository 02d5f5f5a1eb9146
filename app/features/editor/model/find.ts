import type { FlowDocument, FlowNode } from '@/engine/flow'
import { strings } from './edits/flow'

/** Where a searched text stands. */
export interface Hit {
  readonly kind: 'node' | 'note'
  readonly id: string
  /** The step's name, or the note's first line. */
  readonly title: string
  /** The text around the match, where it is not in the title. */
  readonly excerpt: string | null
  /** Better matches have a lower one: name, then type, then what it says. */
  readonly rank: number
}

/** The words a step is known by in the user's language. */
export type NamesOf = (node: FlowNode) => { readonly title: string; readonly type: string; readonly also?: readonly string[] }

/** Steps and notes that hold all the words of `query`, in name, type, spoken text, keys, expressions. Best first. */
export function find(document: FlowDocument, query: string, namesOf: NamesOf): Hit[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const nodes = document.nodes.flatMap((node): Hit[] => {
    const { title, type, also = [] } = namesOf(node)
    return match('node', node.id, title, [type, node.id, ...also, ...strings(node.config)], words)
  })
  const notes = document.notes.flatMap((note) => match('note', note.id, note.text.split('\n', 1)[0] ?? '', [note.text], words))
  return [...nodes.sort((a, b) => a.rank - b.rank), ...notes]
}

function match(kind: Hit['kind'], id: string, title: string, texts: readonly string[], words: readonly string[]): Hit[] {
  const folded = fold(title)
  const inTitle = (word: string) => folded.includes(word)
  if (words.every(inTitle)) return [{ kind, id, title, excerpt: null, rank: folded.startsWith(words[0] ?? '') ? 0 : 1 }]
  const found = texts.findIndex((text) => words.some((word) => fold(text).includes(word)))
  if (found < 0 || !words.every((word) => inTitle(word) || texts.some((text) => fold(text).includes(word)))) return []
  const text = texts[found] ?? ''
  return [
    {
      kind,
      id,
      title,
      excerpt: excerptOf(text, fold(text).indexOf(words.find((word) => fold(text).includes(word)) ?? '')),
      rank: 2 + found,
    },
  ]
}

function excerptOf(text: string, at: number): string {
  const start = Math.max(0, at - 24)
  const end = Math.min(text.length, at + 56)
  return `${start > 0 ? '…' : ''}${text.slice(start, end).replace(/\s+/g, ' ')}${end < text.length ? '…' : ''}`
}

const fold = (text: string) => text.toLocaleLowerCase()
