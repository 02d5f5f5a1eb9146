import { ok, type Result } from '@/engine/errors'
import type { FlowChange } from '../../context'
import { insertFlow } from './create'
import { readDocument } from './documents'
import { getFlow } from './get'

const MAX_NAME = 120

/** Copies a flow's draft into a new flow, named "… (2)" or the first number that is free. */
export async function duplicateFlow(ctx: FlowChange, flowId: string): Promise<Result<{ flowId: string }>> {
  const source = await getFlow(ctx.prisma, flowId)
  if (!source.ok) return source
  const { document } = source.value.draft
  const taken = new Set((await ctx.prisma.flow.findMany({ where: { archivedAt: null }, select: { name: true } })).map(({ name }) => name))
  const read = readDocument({ ...document, name: freeName(document.name, taken) })
  return read.ok ? ok({ flowId: await insertFlow(ctx, read.value) }) : read
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/ \(\d+\)$/, '')
  for (let count = 2; ; count += 1) {
    const suffix = ` (${count})`
    const candidate = base.slice(0, MAX_NAME - suffix.length) + suffix
    if (!taken.has(candidate)) return candidate
  }
}
