import type { Database, Prisma } from '@/prisma/client'
import type { DatabaseKind } from '@/prisma/database'
import { decodeCursor, type PageOf, pageOf } from '../paging'
import { type CallFilter, callCondition } from './filter'
import { type CallItem, callItem, callItemInclude } from './item'

/** Calls that pass the filter, latest first, a page at a time. */
export async function listCalls(
  prisma: Database,
  database: DatabaseKind,
  filter: CallFilter,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<PageOf<CallItem>> {
  const place = decodeCursor(page.cursor)
  const after: Prisma.InteractionWhereInput = place
    ? { OR: [{ startedAt: { lt: place.at } }, { startedAt: place.at, id: { lt: place.id } }] }
    : {}
  const rows = await prisma.interaction.findMany({
    where: { AND: [callCondition(filter, database), after] },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: page.limit + 1,
    include: callItemInclude,
  })
  return pageOf(rows, page.limit, (row) => ({ at: row.startedAt, id: row.id }), callItem)
}
