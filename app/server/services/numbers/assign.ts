import { fail, ok, type Result } from '@/engine/errors'
import type { ActingContext } from '../../context'
import { newId } from '../../ids'
import { record } from '../audit/record'
import { findFlow } from '../flows/find'

export interface Assignment {
  readonly number: string
  readonly flowId: string
  readonly label?: string
  /** Take the number from the flow that has it now. */
  readonly replace?: boolean
}

/** Lets calls to a number run a flow. `NUMBER_TAKEN` when another flow (and no `replace`) or a desk phone has it. */
export async function assignNumber(
  { prisma, actor }: Pick<ActingContext, 'prisma' | 'actor'>,
  assignment: Assignment,
): Promise<Result<void>> {
  const { number, flowId, label, replace } = assignment
  return prisma.$transaction(async (tx): Promise<Result<void>> => {
    const flow = await findFlow(tx, flowId)
    if (!flow.ok) return flow
    if (flow.value.kind !== 'ivr') {
      return fail('INPUT_INVALID', 'Only a call flow can answer a number; a module is run by other flows.', {
        field: 'flowId',
        reason: 'module',
      })
    }
    const phone = await tx.phone.findUnique({ where: { extension: number }, select: { name: true } })
    if (phone) return fail('NUMBER_TAKEN', `${number} is the extension of the phone "${phone.name}".`, { number, by: phone.name })
    const before = await tx.entryPoint.findUnique({
      where: { kind_key: { kind: 'number', key: number } },
      include: { flow: { select: { name: true } } },
    })
    if (before && before.flowId !== flowId && !replace) {
      return fail('NUMBER_TAKEN', `${number} already leads to "${before.flow.name}".`, { number, by: before.flow.name })
    }
    const data = { flowId, ...(label === undefined ? {} : { label }) }
    await tx.entryPoint.upsert({
      where: { kind_key: { kind: 'number', key: number } },
      create: { id: newId(), kind: 'number', key: number, ...data },
      update: data,
    })
    if (before?.flowId !== flowId) {
      await record(tx, actor, {
        action: 'number.assign',
        subject: number,
        subjectId: flowId,
        details: { flow: flow.value.name, before: before?.flow.name ?? null },
      })
    }
    return ok()
  })
}
