import type { FlowDocument } from '@/engine/flow'
import { equal } from './equal'
import { keyOf, type ListItems, type ListName, listNames, listOf } from './keys'

/**
 * The difference between two documents, and the only way the editor changes one. A command is a pure function of the
 * document; its patch is what history, undo, the three-way merge and "what changed" all work on.
 */
export interface Patch {
  /** Changed head fields (name, description, kind), each with its two values. */
  readonly head: readonly FieldChange[]
  readonly lists: { readonly [L in ListName]: ListPatch<ListItems[L]> }
}

export interface FieldChange {
  readonly field: HeadField
  readonly before: unknown
  readonly after: unknown
}

export interface ListPatch<T> {
  readonly changes: readonly ItemChange<T>[]
  /** All keys before and after, where kept items changed their order. */
  readonly order?: { readonly before: readonly string[]; readonly after: readonly string[] }
}

/** Added where `before` is null, removed where `after` is null, else changed. */
export interface ItemChange<T> {
  readonly key: string
  readonly before: Placed<T> | null
  readonly after: Placed<T> | null
}

export interface Placed<T> {
  readonly item: T
  readonly index: number
}

const headFields = ['name', 'description', 'kind'] as const
export type HeadField = (typeof headFields)[number]

/** What turns `before` into `after`. Linear in the size of the documents; unchanged items are skipped by identity. */
export function diff(before: FlowDocument, after: FlowDocument): Patch {
  const head = headFields
    .filter((field) => !equal(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
  return {
    head,
    lists: {
      nodes: diffList(before, after, 'nodes'),
      edges: diffList(before, after, 'edges'),
      notes: diffList(before, after, 'notes'),
      variables: diffList(before, after, 'variables'),
      outcomes: diffList(before, after, 'outcomes'),
    },
  }
}

const unchanged = { changes: [] } as const

function diffList<L extends ListName>(from: FlowDocument, to: FlowDocument, list: L): ListPatch<ListItems[L]> {
  const before = listOf(from, list)
  const after = listOf(to, list)
  if (before === after) return unchanged
  const key = keyOf[list]
  const old = new Map(before.map((item, index) => [key(item), { item, index }]))
  const now = new Map(after.map((item, index) => [key(item), { item, index }]))
  const changes: ItemChange<ListItems[L]>[] = []
  for (const [k, placed] of old) {
    const other = now.get(k) ?? null
    if (!other || !equal(placed.item, other.item)) changes.push({ key: k, before: placed, after: other })
  }
  for (const [k, placed] of now) if (!old.has(k)) changes.push({ key: k, before: null, after: placed })
  const keptBefore = [...old.keys()].filter((k) => now.has(k))
  const keptAfter = [...now.keys()].filter((k) => old.has(k))
  if (keptBefore.every((k, i) => k === keptAfter[i])) return { changes }
  return { changes, order: { before: [...old.keys()], after: [...now.keys()] } }
}

/** True when the patch changes nothing. */
export function isEmpty(patch: Patch): boolean {
  return patch.head.length === 0 && listNames.every((list) => patch.lists[list].changes.length === 0 && !patch.lists[list].order)
}

/** The patch that undoes it. */
export function invert(patch: Patch): Patch {
  return {
    head: patch.head.map(({ field, before, after }) => ({ field, before: after, after: before })),
    lists: {
      nodes: invertList(patch.lists.nodes),
      edges: invertList(patch.lists.edges),
      notes: invertList(patch.lists.notes),
      variables: invertList(patch.lists.variables),
      outcomes: invertList(patch.lists.outcomes),
    },
  }
}

function invertList<T>(list: ListPatch<T>): ListPatch<T> {
  const changes = list.changes.map(({ key, before, after }) => ({ key, before: after, after: before }))
  return list.order ? { changes, order: { before: list.order.after, after: list.order.before } } : { changes }
}
