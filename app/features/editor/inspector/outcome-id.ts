import { nanoid } from 'nanoid'
import type { ModuleOutcome } from '@/engine/flow'

/** The exit for errors that every step which runs a module has anyway. */
const OWN_ERROR = 'error'

/** An id for a module's new exit, readable where the label allows: `Not found` → `not-found`. */
export function outcomeId(label: string, others: readonly Pick<ModuleOutcome, 'id'>[]): string {
  const slug = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const base = slug || `exit-${nanoid(6).replace(/[^A-Za-z0-9]/g, '0')}`
  const taken = new Set([OWN_ERROR, ...others.map((other) => other.id)])
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
