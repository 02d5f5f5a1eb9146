import { fail, ok, type Result } from '@/engine/errors'
import type { ActingContext } from '../../context'
import { record } from '../audit/record'

/** Takes a number from its flow; calls to it are then refused. */
export async function unassignNumber({ prisma, actor }: ActingContext, number: string): Promise<Result<void>> {
  return prisma.$transaction(async (tx): Promise<Result<void>> => {
    const where = { kind_key: { kind: 'number', key: number } }
    const before = await tx.entryPoint.findUnique({ where, include: { flow: { select: { id: true, name: true } } } })
    if (!before) return fail('NUMBER_UNASSIGNED', `No flow answers ${number}.`, { number })
    await tx.entryPoint.delete({ where })
    await record(tx, actor, { action: 'number.unassign', subject: number, subjectId: before.flow.id, details: { flow: before.flow.name } })
    return ok()
  })
}
