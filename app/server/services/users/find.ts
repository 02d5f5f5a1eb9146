import { fail, ok, type Result } from '@/engine/errors'
import type { Database, DatabaseTransaction, User } from '@/prisma/client'

export async function findUser(prisma: Database | DatabaseTransaction, userId: string): Promise<Result<User>> {
  const user = await prisma.user.findUnique({ where: { id: userId } })
  return user ? ok(user) : fail('NOT_FOUND', 'This user is not there.')
}

/** Refuses what would leave nobody who can manage the others. */
export async function keepAnAdministrator(tx: DatabaseTransaction, losing: User): Promise<Result<void>> {
  if (losing.role !== 'administrator' || losing.banned) return ok()
  const others = await tx.user.count({
    where: { id: { not: losing.id }, role: 'administrator', OR: [{ banned: false }, { banned: null }] },
  })
  if (others > 0) return ok()
  return fail('LAST_ADMINISTRATOR', `${losing.name} is the last administrator. Make somebody else one first.`, { name: losing.name })
}
