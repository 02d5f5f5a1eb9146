import { z } from 'zod'
import { FlowDocument } from '@/engine/flow'

const KeptDraft = z.object({
  /** What the server had, and its revision. */
  base: FlowDocument,
  revision: z.number(),
  mine: FlowDocument,
  at: z.number(),
})
export type KeptDraft = z.infer<typeof KeptDraft>

/** Unsaved work of one flow on this machine. */
export interface KeptDrafts {
  put(draft: Omit<KeptDraft, 'at'>): void
  clear(): void
  /** What closed or crashed tabs left behind, oldest first; takes it away from them. */
  takeOrphans(): KeptDraft[]
}

/** A tab that is open and has unsaved work writes at least this often, see autosave's retries. */
const ALIVE_MS = 60_000
const prefix = 'patchbay.draft.'

/** Kept in the browser's local storage, one entry per tab, so that two tabs never overwrite each other's. */
export function createKeptDrafts(flowId: string, tabId: string, storage: Storage | null, now: () => number = Date.now): KeptDrafts {
  const own = `${prefix}${flowId}.${tabId}`
  return {
    put: (draft) => {
      try {
        storage?.setItem(own, JSON.stringify({ ...draft, at: now() }))
      } catch {
        // storage full or forbidden: the open tab still holds the work and goes on trying to save it
      }
    },
    clear: () => storage?.removeItem(own),
    takeOrphans: () => {
      if (!storage) return []
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) =>
        key.startsWith(`${prefix}${flowId}.`),
      )
      const found = keys.flatMap((key) => {
        const draft = read(storage, key)
        if (!draft) return []
        const orphaned = key === own || now() - draft.at > ALIVE_MS
        if (orphaned) storage.removeItem(key)
        return orphaned ? [draft] : []
      })
      return found.sort((a, b) => a.at - b.at)
    },
  }
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
