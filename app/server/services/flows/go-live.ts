import { ok, type Result } from '@/engine/errors'
import type { FlowChange } from '../../context'
import { record } from '../audit/record'
import { findFlow } from './find'
import { noVersion } from './versions'

/** Lets calls run another version of the flow: rolling back, or forward again. Calls under way keep theirs. */
export async function goLive({ prisma, actor, flowEvents }: FlowChange, flowId: string, versionId: string): Promise<Result<void>> {
  const done = await prisma.$transaction(async (tx): Promise<Result<number>> => {
    const flow = await findFlow(tx, flowId)
    if (!flow.ok) return flow
    const version = await tx.flowVersion.findUnique({ where: { id: versionId }, select: { flowId: true, number: true } })
    if (!version || version.flowId !== flowId) return noVersion()
    const { liveVersionId } = flow.value
    if (liveVersionId === versionId) return ok(version.number)
    const before = liveVersionId ? await tx.flowVersion.findUnique({ where: { id: liveVersionId }, select: { number: true } }) : null
    await tx.flow.update({ where: { id: flowId }, data: { liveVersionId: versionId, updatedById: actor.id } })
    const back = before !== null && version.number < before.number
    await record(tx, actor, {
      action: back ? 'flow.rollback' : 'flow.roll-forward',
      subject: flow.value.name,
      subjectId: flowId,
      details: { from: before?.number ?? null, to: version.number },
    })
    return ok(version.number)
  })
  if (!done.ok) return done
  flowEvents.emit(flowId, { kind: 'published', number: done.value, by: actor.name })
  return ok()
}
