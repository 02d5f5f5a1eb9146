import { fail, ok, type Result } from '@/engine/errors'
import type { DatabaseTransaction } from '@/prisma/client'
import type { FlowChange } from '../../context'
import { readDocument, type StoredDocument } from './documents'
import { findFlow } from './find'

/** Stores a draft that was based on `baseRevision`; `DRAFT_STALE` when somebody else has saved since. */
export async function saveDraft(
  ctx: FlowChange,
  { flowId, document, baseRevision }: { readonly flowId: string; readonly document: unknown; readonly baseRevision: number },
): Promise<Result<{ revision: number; updatedAt: Date }>> {
  const read = readDocument(document)
  if (!read.ok) return read
  const saved = await ctx.prisma.$transaction(async (tx) => {
    const flow = await findFlow(tx, flowId)
    if (!flow.ok) return flow
    if (flow.value.kind !== read.value.document.kind) {
      return fail('INPUT_INVALID', `This flow is of the kind ${flow.value.kind}.`, { field: 'kind', reason: read.value.document.kind })
    }
    return writeDraft(tx, { flowId, stored: read.value, baseRevision, actorId: ctx.actor.id })
  })
  if (saved.ok) ctx.flowEvents.emit(flowId, { kind: 'saved', revision: saved.value.revision, by: ctx.actor.name })
  return saved
}

/** The write itself, in the caller's transaction. */
export async function writeDraft(
  tx: DatabaseTransaction,
  draft: { readonly flowId: string; readonly stored: StoredDocument; readonly baseRevision: number; readonly actorId: string | null },
): Promise<Result<{ revision: number; updatedAt: Date }>> {
  const { flowId, stored, baseRevision, actorId } = draft
  const revision = baseRevision + 1
  const updatedAt = new Date()
  const { count } = await tx.flowDraft.updateMany({
    where: { flowId, revision: baseRevision },
    data: { revision, document: stored.text, hash: stored.hash, updatedAt, updatedById: actorId },
  })
  if (count === 0) return staleDraft()
  await tx.flow.update({ where: { id: flowId }, data: { name: stored.document.name, updatedById: actorId } })
  return ok({ revision, updatedAt })
}

export function staleDraft(): Result<never> {
  return fail('DRAFT_STALE', 'Somebody else has changed this draft since you loaded it.')
}
