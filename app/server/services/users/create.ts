import { fail, ok, type Result } from '@/engine/errors'
import { randomPassword } from '../../auth/password'
import type { ActingContext } from '../../context'
import { record } from '../audit/record'
import { hashPassword, insertUser, type NewUser } from './insert'

/** Makes a person who can sign in. The random password is told once and stored as a hash only. */
export async function createUser(
  { prisma, actor }: Pick<ActingContext, 'prisma' | 'actor'>,
  user: NewUser,
): Promise<Result<{ userId: string; password: string }>> {
  const password = randomPassword()
  // Hashing takes a while on purpose; not inside the transaction.
  const hash = await hashPassword(password)
  return prisma.$transaction(async (tx): Promise<Result<{ userId: string; password: string }>> => {
    if (await tx.user.findUnique({ where: { email: user.email }, select: { id: true } })) {
      return fail('NAME_TAKEN', `There already is a user with the address ${user.email}.`, { name: user.email })
    }
    const { id } = await insertUser(tx, user, hash)
    await record(tx, actor, { action: 'user.create', subject: user.email, subjectId: id, details: { role: user.role } })
    return ok({ userId: id, password })
  })
}
