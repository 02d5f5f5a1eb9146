import { fail, ok, type Result } from '@/engine/errors'
import type { FlowChange } from '../../context'
import { record } from '../audit/record'
import { findFlow } from './find'

/** Takes a flow out of sight. Its versions and calls stay; refused while numbers lead to it. */
export async function archiveFlow({ prisma, actor }: FlowChange, flowId: string): Promise<Result<void>> {
  return prisma.$transaction(async (tx) => {
    const flow = await findFlow(tx, flowId)
    if (!flow.ok) return flow
    const numbers = await tx.entryPoint.findMany({ where: { flowId }, select: { key: true }, orderBy: { key: 'asc' } })
    if (numbers.length > 0) {
      const list = numbers.map(({ key }) => key).join(', ')
      return fail('FLOW_HAS_NUMBERS', `Calls to ${list} run this flow. Assign them to another flow first.`, { numbers: list })
    }
    await tx.flow.update({ where: { id: flowId }, data: { archivedAt: new Date(), updatedById: actor.id } })
    await record(tx, actor, { action: 'flow.archive', subject: flow.value.name, subjectId: flowId })
    return ok()
  })
}
