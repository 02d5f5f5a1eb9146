import type { Database, Prisma } from '@/prisma/client'
import { nameIn, userNames } from '../names'
import { decodeCursor, type PageOf, pageOf } from '../paging'

/** A caller's message in the inbox. */
export interface RecordingItem {
  readonly id: string
  readonly interactionId: string
  readonly fromNumber: string
  readonly fromName: string
  readonly toNumber: string
  readonly flowId: string | null
  readonly flowName: string | null
  readonly durationMs: number
  readonly createdAt: Date
  readonly heardAt: Date | null
  readonly heardBy: string | null
}

export interface RecordingFilter {
  readonly heard?: boolean
  /** Part of a number or a caller's name. */
  readonly search?: string
}

const include = {
  interaction: {
    select: {
      fromNumber: true,
      fromName: true,
      toNumber: true,
      sessions: { select: { id: true, version: { select: { flow: { select: { id: true, name: true } } } } } },
    },
  },
} satisfies Prisma.RecordingInclude

/** Messages, latest first. */
export async function listRecordings(
  prisma: Database,
  { heard, search }: RecordingFilter,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<PageOf<RecordingItem>> {
  const place = decodeCursor(page.cursor)
  const all: Prisma.RecordingWhereInput[] = []
  if (heard !== undefined) all.push({ heardAt: heard ? { not: null } : null })
  if (search) all.push({ interaction: { OR: [{ fromNumber: { contains: search } }, { fromName: { contains: search } }] } })
  if (place) all.push({ OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] })
  const rows = await prisma.recording.findMany({
    where: { AND: all },
    include,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: page.limit + 1,
  })
  const names = await userNames(
    prisma,
    rows.map((row) => row.heardById),
  )
  return pageOf(
    rows,
    page.limit,
    (row) => ({ at: row.createdAt, id: row.id }),
    ({ id, interactionId, sessionId, durationMs, createdAt, heardAt, heardById, interaction }): RecordingItem => {
      const { sessions, ...caller } = interaction
      const flow = sessions.find((session) => session.id === sessionId)?.version.flow
      return {
        id,
        interactionId,
        ...caller,
        flowId: flow?.id ?? null,
        flowName: flow?.name ?? null,
        durationMs,
        createdAt,
        heardAt,
        heardBy: nameIn(names, heardById),
      }
    },
  )
}

/** How many messages nobody has heard. */
export function countUnheard(prisma: Database): Promise<number> {
  return prisma.recording.count({ where: { heardAt: null } })
}
