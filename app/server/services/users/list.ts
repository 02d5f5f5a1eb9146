import type { Database } from '@/prisma/client'

export interface UserSummary {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly disabled: boolean
  readonly createdAt: Date
  readonly lastSeenAt: Date | null
}

export async function listUsers(prisma: Database): Promise<UserSummary[]> {
  const users = await prisma.user.findMany({
    orderBy: { name: 'asc' },
    include: { logins: { orderBy: { updatedAt: 'desc' }, take: 1, select: { updatedAt: true } } },
  })
  return users.map(({ id, name, email, role, banned, createdAt, logins }) => ({
    id,
    name,
    email,
    role: role ?? '',
    disabled: banned === true,
    createdAt,
    lastSeenAt: logins[0]?.updatedAt ?? null,
  }))
}
