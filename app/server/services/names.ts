import type { Database } from '@/prisma/client'

/** Names of users by id, for "changed by"; ids of people who are gone are left out. */
export async function userNames(prisma: Database, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const users = await prisma.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
  return new Map(users.map((user) => [user.id, user.name]))
}

/** `nameIn(names, id)`: null where there is no id or no such person. */
export function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}
