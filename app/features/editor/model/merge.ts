import type { FlowDocument } from '@/engine/flow'
import { apply } from './apply'
import { type Conflict, findConflicts, type Side } from './conflicts'
import { diff } from './patch'
import { dropDangling, settle } from './settle'

export type { Conflict, Side }

export interface Merge {
  readonly conflicts: readonly Conflict[]
  /** The merged document once a side is chosen for each conflict. */
  readonly resolve: (choose: (conflict: Conflict) => Side) => FlowDocument
}

/**
 * Brings together what I made of `base` and what was saved meanwhile. Edits of different items, and of different fields
 * of one item, both stay. Where something was only moved, moving never conflicts: my place wins, a deletion beats a move.
 */
export function merge(base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): Merge {
  const my = diff(base, mine)
  const conflicts = findConflicts(my, base, mine, theirs)
  return {
    conflicts,
    resolve: (choose) => {
      const side = new Map(conflicts.map((conflict) => [conflict.id, choose(conflict)]))
      const chosen = (conflict: Conflict): Side => side.get(conflict.id) ?? 'mine'
      return dropDangling(apply(theirs, settle(my, mine, theirs, conflicts, chosen)))
    },
  }
}
