import { fail, ok, type Result } from '@/engine/errors'
import type { FlowDocument } from '@/engine/flow'
import type { Database } from '@/prisma/client'
import { nameIn, userNames } from '../names'
import { readDocument } from './documents'
import { findFlow } from './find'

export interface VersionSummary {
  readonly versionId: string
  readonly number: number
  readonly note: string
  readonly createdAt: Date
  readonly createdBy: string | null
  readonly live: boolean
  readonly calls: number
}

/** A flow's versions, newest first. */
export async function listVersions(prisma: Database, flowId: string): Promise<Result<VersionSummary[]>> {
  const flow = await findFlow(prisma, flowId)
  if (!flow.ok) return flow
  const versions = await prisma.flowVersion.findMany({
    where: { flowId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, note: true, createdAt: true, createdById: true, _count: { select: { sessions: true } } },
  })
  const names = await userNames(
    prisma,
    versions.map((version) => version.createdById),
  )
  const again = await runsBeyondCalls(
    prisma,
    versions.map((version) => version.id),
  )
  return ok(
    versions.map((version) => ({
      versionId: version.id,
      number: version.number,
      note: version.note,
      createdAt: version.createdAt,
      createdBy: nameIn(names, version.createdById),
      live: version.id === flow.value.liveVersionId,
      calls: version._count.sessions - (again.get(version.id) ?? 0),
    })),
  )
}

/** A call that went through a version twice counts once: by version, the runs to leave out. */
async function runsBeyondCalls(prisma: Database, versionIds: string[]): Promise<ReadonlyMap<string, number>> {
  const several = await prisma.flowSession.groupBy({
    by: ['versionId', 'interactionId'],
    where: { versionId: { in: versionIds } },
    having: { interactionId: { _count: { gt: 1 } } },
    _count: { _all: true },
  })
  const runs = new Map<string, number>()
  for (const { versionId, _count } of several) runs.set(versionId, (runs.get(versionId) ?? 0) + _count._all - 1)
  return runs
}

export interface VersionDetails {
  readonly versionId: string
  readonly number: number
  readonly note: string
  readonly document: FlowDocument
}

/** One version with its document. */
export async function getVersion(prisma: Database, versionId: string): Promise<Result<VersionDetails>> {
  const version = await prisma.flowVersion.findUnique({ where: { id: versionId }, include: { flow: { select: { archivedAt: true } } } })
  if (!version || version.flow.archivedAt) return noVersion()
  const read = readDocument(version.document)
  if (!read.ok) return read
  return ok({ versionId, number: version.number, note: version.note, document: read.value.document })
}

export function noVersion(): Result<never> {
  return fail('VERSION_MISSING', 'This version is not there.')
}
