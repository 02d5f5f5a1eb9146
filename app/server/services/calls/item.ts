import type { Prisma } from '@/prisma/client'

/** One call in a list. */
export interface CallItem {
  readonly interactionId: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly durationMs: number | null
  readonly fromNumber: string
  readonly fromName: string
  readonly toNumber: string
  /** The flow that the call began in; null for a call that none answered. */
  readonly flowId: string | null
  readonly flowName: string | null
  readonly versionNumber: number | null
  readonly outcome: string | null
  readonly errorCode: string | null
  readonly steps: number
  readonly hasMessage: boolean
}

/** What `callItem` needs of an interaction. */
export const callItemInclude = {
  sessions: {
    orderBy: { startedAt: 'asc' },
    select: { version: { select: { number: true, flow: { select: { id: true, name: true } } } }, _count: { select: { steps: true } } },
  },
  _count: { select: { recordings: true } },
} satisfies Prisma.InteractionInclude

export function callItem(row: Prisma.InteractionGetPayload<{ include: typeof callItemInclude }>): CallItem {
  const first = row.sessions[0]?.version
  return {
    interactionId: row.id,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    durationMs: row.endedAt && row.endedAt.getTime() - row.startedAt.getTime(),
    fromNumber: row.fromNumber,
    fromName: row.fromName,
    toNumber: row.toNumber,
    flowId: first?.flow.id ?? null,
    flowName: first?.flow.name ?? null,
    versionNumber: first?.number ?? null,
    outcome: row.outcome,
    errorCode: row.errorCode,
    steps: row.sessions.reduce((sum, session) => sum + session._count.steps, 0),
    hasMessage: row._count.recordings > 0,
  }
}
