import type { FlowKind } from '@/engine/flow'
import type { Database } from '@/prisma/client'
import { nameIn, userNames } from '../names'

export interface FlowSummary {
  readonly id: string
  readonly name: string
  readonly kind: FlowKind
  /** `draft`: never published; `changed`: the draft differs from what is live. */
  readonly state: 'draft' | 'live' | 'changed'
  readonly liveVersion: number | null
  readonly liveVersionId: string | null
  readonly numbers: readonly string[]
  readonly changedBy: string | null
  readonly changedAt: Date
  readonly callsLast7Days: number
  readonly failedLast7Days: number
}

const WEEK_MS = 7 * 24 * 3600_000

/** All flows that are not archived, last changed first. */
export async function listFlows(prisma: Database, now: Date = new Date()): Promise<FlowSummary[]> {
  const flows = await prisma.flow.findMany({
    where: { archivedAt: null },
    include: {
      draft: { select: { hash: true, updatedAt: true, updatedById: true } },
      liveVersion: { select: { number: true, hash: true, createdAt: true } },
      entryPoints: { where: { kind: 'number' }, select: { key: true }, orderBy: { key: 'asc' } },
    },
  })
  const [names, calls] = await Promise.all([
    userNames(
      prisma,
      flows.map((flow) => flow.draft?.updatedById ?? flow.updatedById),
    ),
    callsByFlow(prisma, new Date(now.getTime() - WEEK_MS)),
  ])
  return flows
    .map((flow): FlowSummary => {
      const count = calls.get(flow.id)
      return {
        id: flow.id,
        name: flow.name,
        kind: flow.kind as FlowKind, // written by this server from a checked document
        state: flow.liveVersion === null ? 'draft' : flow.draft?.hash === flow.liveVersion.hash ? 'live' : 'changed',
        liveVersion: flow.liveVersion?.number ?? null,
        liveVersionId: flow.liveVersionId,
        numbers: flow.entryPoints.map(({ key }) => key),
        changedBy: nameIn(names, flow.draft?.updatedById ?? flow.updatedById),
        changedAt: flow.draft?.updatedAt ?? flow.updatedAt,
        callsLast7Days: count?.calls ?? 0,
        failedLast7Days: count?.failed ?? 0,
      }
    })
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
}

interface Calls {
  calls: number
  failed: number
}

/** A call that went through a flow twice counts once. */
async function callsByFlow(prisma: Database, since: Date): Promise<ReadonlyMap<string, Calls>> {
  const recent = (failed: boolean) => ({ interaction: { startedAt: { gte: since }, ...(failed ? { outcome: 'failed' } : {}) } })
  const counted = (failed: boolean) => prisma.flowSession.groupBy({ by: ['versionId'], where: recent(failed), _count: { _all: true } })
  // The database counts; only the few calls of more than one session are looked at.
  const several = await prisma.flowSession.groupBy({
    by: ['interactionId'],
    where: recent(false),
    having: { interactionId: { _count: { gt: 1 } } },
  })
  const [all, failed, repeated] = await Promise.all([
    counted(false),
    counted(true),
    prisma.flowSession.findMany({
      where: { interactionId: { in: several.map((row) => row.interactionId) } },
      select: { interactionId: true, versionId: true, interaction: { select: { outcome: true } } },
    }),
  ])
  if (all.length === 0) return new Map()
  const versions = await prisma.flowVersion.findMany({
    where: { id: { in: all.map((row) => row.versionId) } },
    select: { id: true, flowId: true },
  })
  const flowOf = new Map(versions.map((version) => [version.id, version.flowId]))
  const sums = new Map<string, Calls>()
  const add = (versionId: string, key: keyof Calls, count: number) => {
    const flowId = flowOf.get(versionId)
    if (flowId === undefined) return
    const sum = sums.get(flowId) ?? { calls: 0, failed: 0 }
    sum[key] += count
    sums.set(flowId, sum)
  }
  for (const { versionId, _count } of all) add(versionId, 'calls', _count._all)
  for (const { versionId, _count } of failed) add(versionId, 'failed', _count._all)
  const seen = new Set<string>()
  for (const { interactionId, versionId, interaction } of repeated) {
    const once = `${interactionId} ${flowOf.get(versionId)}`
    if (!seen.has(once)) seen.add(once)
    else {
      add(versionId, 'calls', -1)
      if (interaction.outcome === 'failed') add(versionId, 'failed', -1)
    }
  }
  return sums
}
