import { z } from 'zod'
import { FlowDocument } from '@/engine/flow'

const KeptDraft = z.object({
  /** What the server had, and its revision. */
  base: FlowDocument,
  revision: z.number(),
  mine: FlowDocument,
  at: z.number(),
})
type KeptDraft = z.infer<typeof KeptDraft>

/** A visit's unsaved work on this machine. */
export interface KeptDrafts {
  put(draft: Omit<KeptDraft, 'at'>): void
  clear(): void
}

/** Unsaved work that a visit left behind. It stays stored, for the one who took it, until it is dropped. */
export interface LeftDraft extends KeptDraft {
  drop(): void
}

const prefix = 'patchbay.draft.'
const ownKey = (flowId: string, visit: string) => `${prefix}${flowId}.${visit}`

/** Kept in the browser's local storage, one entry a visit: a duplicated tab is a visit of its own, so no two overwrite each other's. */
export function createKeptDrafts(flowId: string, visit: string, storage: Storage | null, now: () => number = Date.now): KeptDrafts {
  const own = ownKey(flowId, visit)
  return {
    put: (draft) => {
      try {
        storage?.setItem(own, JSON.stringify({ ...draft, at: now() }))
      } catch {
        // storage full or forbidden: the open tab still holds the work and goes on trying to save it
      }
    },
    clear: () => storage?.removeItem(own),
  }
}

/** The visits of a flow that have work stored here. */
export function keptVisits(flowId: string, storage: Storage | null): string[] {
  return [...new Set(keysOf(flowId, storage).map((key) => visitOf(flowId, key)))]
}

/** Takes over what visits that ended left behind, oldest first. What cannot be read of it is of use to nobody, and goes. */
export function takeLeft(flowId: string, visit: string, storage: Storage | null, ended: ReadonlySet<string>): LeftDraft[] {
  if (!storage) return []
  return keysOf(flowId, storage)
    .filter((key) => ended.has(visitOf(flowId, key)))
    .flatMap((key, index) => {
      const draft = read(storage, key)
      if (!draft) {
        storage.removeItem(key)
        return []
      }
      const at = rename(storage, key, `${ownKey(flowId, visit)}.${index}`)
      return [{ ...draft, drop: () => storage.removeItem(at) }]
    })
    .sort((a, b) => a.at - b.at)
}

const keysOf = (flowId: string, storage: Storage | null) =>
  Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '').filter((key) => key.startsWith(`${prefix}${flowId}.`))

const visitOf = (flowId: string, key: string) => key.slice(`${prefix}${flowId}.`.length).split('.', 1)[0] ?? ''

/** Where the entry stands now: at its old place if there is no room for a moment of both. */
function rename(storage: Storage, from: string, to: string): string {
  try {
    storage.setItem(to, storage.getItem(from) ?? '')
  } catch {
    return from
  }
  storage.removeItem(from)
  return to
}

function read(storage: Storage, key: string): KeptDraft | null {
  try {
    const parsed = KeptDraft.safeParse(JSON.parse(storage.getItem(key) ?? 'null'))
    if (parsed.success) return parsed.data
  } catch {
    // not ours, or of a build that wrote otherwise
  }
  return null
}
