import type { Result } from '@/engine/errors'
import type { FlowChange } from '../../context'
import { saveDraft } from './save-draft'
import { getVersion, noVersion } from './versions'

/** Copies a version into the draft; `DRAFT_STALE` when the draft has changed since `baseRevision`. */
export async function restoreDraft(
  ctx: FlowChange,
  { flowId, versionId, baseRevision }: { readonly flowId: string; readonly versionId: string; readonly baseRevision: number },
): Promise<Result<{ revision: number }>> {
  const owner = await ctx.prisma.flowVersion.findUnique({ where: { id: versionId }, select: { flowId: true } })
  if (owner?.flowId !== flowId) return noVersion()
  const version = await getVersion(ctx.prisma, versionId)
  if (!version.ok) return version
  return saveDraft(ctx, { flowId, document: version.value.document, baseRevision })
}
