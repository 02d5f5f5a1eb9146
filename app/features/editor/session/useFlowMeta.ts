import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { type Comparison, compare, differs } from '../model/compare'
import { openDocument } from '../model/open'
import { useSession } from './EditorContext'
import { useRestingDocument } from './useRestingDocument'

export interface FlowMeta {
  readonly live: { readonly versionId: string; readonly number: number } | null
  readonly numbers: readonly string[]
  /** False until the server has told. */
  readonly known: boolean
}

/** What is live and which numbers lead here. */
export function useFlowMeta(): FlowMeta {
  const { flowId, autosave } = useSession()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.flows.get.queryOptions({ flowId }, { staleTime: 30_000 }))
  const revision = data?.draft.revision
  useEffect(() => {
    // the tab was hidden, or the connection gone: what was saved meanwhile comes in now
    if (revision !== undefined) autosave.announced(revision)
  }, [revision, autosave])
  return useMemo(() => ({ live: data?.live ?? null, numbers: data?.numbers ?? [], known: data !== undefined }), [data])
}

/** How the draft differs from what calls run now; null while unknown or nothing is live. */
export function useUnpublished(): { readonly comparison: Comparison | null; readonly changed: boolean } {
  const { live } = useFlowMeta()
  const trpc = useTRPC()
  const document = useRestingDocument()
  const version = useQuery(
    trpc.flows.version.queryOptions({ versionId: live?.versionId ?? '' }, { enabled: live !== null, staleTime: Number.POSITIVE_INFINITY }),
  ).data
  return useMemo(() => {
    if (!live) return { comparison: null, changed: true }
    if (!version) return { comparison: null, changed: false }
    const comparison = compare(openDocument(version.document), document)
    return { comparison, changed: differs(comparison) }
  }, [live, version, document])
}
