import { ok, type Result } from '@/engine/errors'
import type { FlowDocument, FlowKind } from '@/engine/flow'
import type { Database } from '@/prisma/client'
import { nameIn, userNames } from '../names'
import { readDocument } from './documents'
import { findFlow, noFlow } from './find'

export interface FlowDetails {
  readonly id: string
  readonly name: string
  readonly kind: FlowKind
  readonly draft: {
    readonly document: FlowDocument
    readonly revision: number
    readonly updatedAt: Date
    readonly updatedBy: string | null
  }
  readonly live: { readonly versionId: string; readonly number: number } | null
  readonly numbers: readonly string[]
}

/** A flow with its draft; an older draft comes in today's format. */
export async function getFlow(prisma: Database, flowId: string): Promise<Result<FlowDetails>> {
  const flow = await findFlow(prisma, flowId)
  if (!flow.ok) return flow
  const [draft, live, numbers] = await Promise.all([
    prisma.flowDraft.findUnique({ where: { flowId } }),
    flow.value.liveVersionId
      ? prisma.flowVersion.findUnique({ where: { id: flow.value.liveVersionId }, select: { id: true, number: true } })
      : null,
    prisma.entryPoint.findMany({ where: { flowId, kind: 'number' }, select: { key: true }, orderBy: { key: 'asc' } }),
  ])
  if (!draft) return noFlow()
  const read = readDocument(draft.document)
  if (!read.ok) return read
  const names = await userNames(prisma, [draft.updatedById])
  return ok({
    id: flowId,
    name: flow.value.name,
    kind: read.value.document.kind,
    draft: {
      document: read.value.document,
      revision: draft.revision,
      updatedAt: draft.updatedAt,
      updatedBy: nameIn(names, draft.updatedById),
    },
    live: live && { versionId: live.id, number: live.number },
    numbers: numbers.map(({ key }) => key),
  })
}
