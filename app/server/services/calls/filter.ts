import type { Prisma } from '@/prisma/client'
import type { DatabaseKind } from '@/prisma/database'

/** How a call ended. */
export const callOutcomes = ['completed', 'hung-up', 'transferred', 'failed'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export interface CallFilter {
  readonly from?: Date
  readonly to?: Date
  readonly flowId?: string
  /** The number that was dialled. */
  readonly number?: string
  readonly outcome?: CallOutcome
  readonly status?: 'live' | 'ended'
  readonly withErrors?: boolean
  readonly withMessage?: boolean
  /** Part of a number or a caller's name. */
  readonly search?: string
}

/** The database's condition for a filter. */
export function callCondition(filter: CallFilter, database: DatabaseKind): Prisma.InteractionWhereInput {
  const { from, to, flowId, number, outcome, status, withErrors, withMessage, search } = filter
  const all: Prisma.InteractionWhereInput[] = []
  if (from) all.push({ startedAt: { gte: from } })
  if (to) all.push({ startedAt: { lt: to } })
  if (flowId) all.push({ sessions: { some: { version: { flowId } } } })
  if (number) all.push({ toNumber: number })
  if (outcome) all.push({ outcome })
  if (status) all.push({ endedAt: status === 'live' ? null : { not: null } })
  if (withErrors !== undefined) all.push({ errorCode: withErrors ? { not: null } : null })
  if (withMessage !== undefined) all.push({ recordings: withMessage ? { some: {} } : { none: {} } })
  if (search)
    all.push({ OR: (['fromNumber', 'fromName', 'toNumber'] as const).map((field) => ({ [field]: containing(search, database) })) })
  return { AND: all }
}

/** SQLite's LIKE does not tell cases apart, PostgreSQL's does unless asked; SQLite's generated types lack the word for it. */
function containing(text: string, database: DatabaseKind): Prisma.StringFilter {
  return database === 'postgresql' ? ({ contains: text, mode: 'insensitive' } as Prisma.StringFilter) : { contains: text } // see above
}
