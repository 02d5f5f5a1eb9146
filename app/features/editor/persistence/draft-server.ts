import { problemOf } from '@/app/features/shared/problem'
import type { useTRPCClient } from '@/app/features/shared/trpc'
import { openDocument } from '../model/open'
import type { DraftServer, SaveFailure } from './autosave'

type Client = ReturnType<typeof useTRPCClient>

/** The draft on the server, for autosave. */
export function createDraftServer(client: Client, flowId: string): DraftServer {
  return {
    save: async (document, baseRevision) => {
      try {
        const { revision } = await client.flows.saveDraft.mutate({ flowId, document, baseRevision })
        return { ok: true, revision }
      } catch (error) {
        return { ok: false, ...failureOf(error) }
      }
    },
    load: async () => {
      try {
        const { draft } = await client.flows.get.query({ flowId })
        return { ok: true, document: openDocument(draft.document), revision: draft.revision }
      } catch (error) {
        return { ok: false, ...failureOf(error) }
      }
    },
  }
}

/** Not for good: a disk is cleared, a database comes back, a process is started again. */
const passing: ReadonlySet<string> = new Set(['STORE_BUSY', 'STORE_FULL', 'STORE_FAILED', 'NOT_AN_ANSWER', 'UNEXPECTED'])

/** Sorts what went wrong by what helps: merging, waiting, or telling the user. */
export function failureOf(error: unknown): SaveFailure {
  const { code } = problemOf(error)
  if (code === 'DRAFT_STALE') return { kind: 'stale' }
  if (code === 'OFFLINE') return { kind: 'offline' }
  return passing.has(code) ? { kind: 'trouble', error } : { kind: 'refused', error }
}
