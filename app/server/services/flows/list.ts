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
        numbers: flow.entryPoints.map(({ key }) => key),
        changedBy: nameIn(names, flow.draft?.updatedById ?? flow.updatedById),
        changedAt: flow.draft?.updatedAt ?? flow.updatedAt,
        callsLast7Days: count?.calls ?? 0,
        failedLast7Days: count?.failed ?? 0,
      }
    })
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
}

async function callsByFlow(prisma: Database, since: Date): Promise<ReadonlyMap<string, { calls: number; failed: number }>> {
  const counted = async (failed: boolean) =>
    prisma.flowSession.groupBy({
      by: ['versionId'],
      where: { interaction: { startedAt: { gte: since }, ...(failed ? { outcome: 'failed' } : {}) } },
      _count: { _all: true },
    })
  const [all, failed] = await Promise.all([counted(false), counted(true)])
  if (all.length === 0) return new Map()
  const versions = await prisma.flowVersion.findMany({
    where: { id: { in: all.map((row) => row.versionId) } },
    select: { id: true, flowId: true },
  })
  const flowOf = new Map(versions.map((version) => [version.id, version.flowId]))
  const sums = new Map<string, { calls: number; failed: number }>()
  const add = (rows: typeof all, key: 'calls' | 'failed') => {
    for (const row of rows) {
      const flowId = flowOf.get(row.versionId)
      if (flowId === undefined) continue
      const sum = sums.get(flowId) ?? { calls: 0, failed: 0 }
      sum[key] += row._count._all
      sums.set(flowId, sum)
    }
  }
  add(all, 'calls')
  add(failed, 'failed')
  return sums
}
