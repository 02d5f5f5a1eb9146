import { nanoid } from 'nanoid'
import { useEffect, useState } from 'react'
import { createKeptDrafts, type KeptDrafts, keptVisits, type LeftDraft, takeLeft } from './kept-drafts'
import { announceVisit, askVisits } from './open-visits'

/** One opening of a flow in one tab; every load of the page is a visit of its own. */
export interface Visit {
  readonly id: string
  readonly kept: KeptDrafts
  /** Unsaved work of visits that ended without saving it. */
  readonly left: readonly LeftDraft[]
}

/** Begins a visit: finds what earlier ones left on this machine. Null while the browser's other tabs are asked whether it is theirs. */
export function useVisit(flowId: string, readOnly: boolean): Visit | null {
  const [visit, setVisit] = useState<(Visit & { readonly flowId: string }) | null>(null)
  useEffect(() => {
    let ended = false
    const id = nanoid(10)
    const storage = localStore()
    // before anything is taken: from then on it is this visit's, long before the flow is on the screen
    const leave = announceVisit(flowId, id)
    // who only looks on takes nothing
    const owners = readOnly ? [] : keptVisits(flowId, storage)
    void askVisits(flowId, owners).then((open) => {
      if (ended) return
      // only who was asked can have ended: a tab that opened meanwhile may have taken over the same work
      const left = takeLeft(flowId, id, storage, new Set(owners.filter((owner) => !open.has(owner))))
      setVisit({ flowId, id, left, kept: createKeptDrafts(flowId, id, storage) })
    })
    return () => {
      ended = true
      leave()
    }
  }, [flowId, readOnly])
  return visit?.flowId === flowId ? visit : null
}

function localStore(): Storage | null {
  try {
    return localStorage
  } catch {
    return null // forbidden: unsaved work then belongs to this visit alone
  }
}
