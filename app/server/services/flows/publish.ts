import { type Compilation, compile } from '@/engine/compiler'
import { fail, ok, type Result } from '@/engine/errors'
import type { CompiledFlow, Diagnostic } from '@/engine/flow'
import { compilableNodes } from '@/nodes/registry.compile'
import type { FlowChange } from '../../context'
import { newId } from '../../ids'
import { record } from '../audit/record'
import { readDocument, type StoredDocument } from './documents'
import { compileEnvironment } from './environment'
import { findFlow, noFlow } from './find'
import { staleDraft } from './save-draft'

export interface Publication {
  readonly versionId: string
  readonly number: number
}

/** Why nothing was published; with `FLOW_HAS_ERRORS` come the findings. */
export type PublishResult = Result<Publication> & { readonly diagnostics?: readonly Diagnostic[] }

/** Makes the draft at `revision` a version and lets calls run it. The draft must be without errors and not have changed meanwhile. */
export async function publishFlow(
  ctx: FlowChange,
  { flowId, revision, note }: { readonly flowId: string; readonly revision: number; readonly note: string },
): Promise<PublishResult> {
  const flow = await findFlow(ctx.prisma, flowId)
  if (!flow.ok) return flow
  const draft = await ctx.prisma.flowDraft.findUnique({ where: { flowId } })
  if (!draft) return noFlow()
  if (draft.revision !== revision) return staleDraft()
  const read = readDocument(draft.document)
  if (!read.ok) return read
  // Compiled before the transaction, which blocks every other write while it is open; the transaction checks the revision again.
  const { compiled, diagnostics }: Compilation = compile(read.value.document, compilableNodes, await compileEnvironment(ctx.prisma, flowId))
  if (!compiled) return { ...hasErrors(diagnostics), diagnostics }
  const published = await storeVersion(ctx, { flowId, revision, note, stored: read.value, updatedAt: draft.updatedAt, compiled })
  if (published.ok) ctx.flowEvents.emit(flowId, { kind: 'published', number: published.value.number, by: ctx.actor.name })
  return published
}

function hasErrors(diagnostics: readonly Diagnostic[]): Result<never> {
  const count = diagnostics.filter(({ severity }) => severity === 'error').length
  return fail('FLOW_HAS_ERRORS', `The flow has ${count} ${count === 1 ? 'error' : 'errors'}; it cannot be published.`, { count })
}

interface VersionToStore {
  readonly flowId: string
  readonly revision: number
  readonly note: string
  readonly stored: StoredDocument
  /** Of the draft; publishing does not change it. */
  readonly updatedAt: Date
  readonly compiled: CompiledFlow
}

function storeVersion(
  { prisma, actor }: FlowChange,
  { flowId, revision, note, stored, updatedAt, compiled }: VersionToStore,
): Promise<Result<Publication>> {
  return prisma.$transaction(async (tx): Promise<Result<Publication>> => {
    // Takes the draft's row lock, so that nobody saves or publishes between here and the commit.
    const same = await tx.flowDraft.updateMany({
      where: { flowId, revision },
      data: { revision, document: stored.text, hash: stored.hash, updatedAt },
    })
    if (same.count === 0) return staleDraft()
    const flow = await findFlow(tx, flowId)
    if (!flow.ok) return flow
    const last = await tx.flowVersion.aggregate({ where: { flowId }, _max: { number: true } })
    const number = (last._max.number ?? 0) + 1
    const versionId = newId()
    await tx.flowVersion.create({
      data: {
        id: versionId,
        flowId,
        number,
        note,
        document: stored.text,
        hash: stored.hash,
        compiled: JSON.stringify(compiled),
        createdById: actor.id,
      },
    })
    await tx.flow.update({ where: { id: flowId }, data: { liveVersionId: versionId, updatedById: actor.id } })
    await record(tx, actor, {
      action: 'flow.publish',
      subject: flow.value.name,
      subjectId: flowId,
      details: { version: number, note, hash: stored.hash },
    })
    return ok({ versionId, number })
  })
}
