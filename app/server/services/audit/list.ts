import type { Json } from '@/engine/flow'
import type { Database, Prisma } from '@/prisma/client'
import { decodeCursor, type PageOf, pageOf } from '../paging'

export interface AuditItem {
  readonly id: string
  readonly at: Date
  readonly actorId: string | null
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly subjectId: string | null
  readonly details: Json
}

export interface AuditFilter {
  readonly action?: string
  /** A user's id, or part of the name that stood in the log. */
  readonly actor?: string
  readonly from?: Date
  readonly to?: Date
}

/** Who did what, latest first. */
export async function listAudit(
  prisma: Database,
  { action, actor, from, to }: AuditFilter,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<PageOf<AuditItem>> {
  const place = decodeCursor(page.cursor)
  const all: Prisma.AuditEntryWhereInput[] = []
  if (action) all.push({ action })
  if (actor) all.push({ OR: [{ actorId: actor }, { actorName: { contains: actor } }] })
  if (from) all.push({ at: { gte: from } })
  if (to) all.push({ at: { lt: to } })
  if (place) all.push({ OR: [{ at: { lt: place.at } }, { at: place.at, id: { lt: place.id } }] })
  const rows = await prisma.auditEntry.findMany({ where: { AND: all }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: page.limit + 1 })
  return pageOf(
    rows,
    page.limit,
    (row) => ({ at: row.at, id: row.id }),
    (row) => ({ ...row, details: JSON.parse(row.details) as Json }), // written by `record` with JSON.stringify
  )
}
