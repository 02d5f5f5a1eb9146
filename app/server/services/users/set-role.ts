import { ok, type Result } from '@/engine/errors'
import type { ActingContext } from '../../context'
import { accessChanged } from '../../events/access'
import type { Role } from '../../permissions'
import { record } from '../audit/record'
import { findUser, keepAnAdministrator } from './find'

/** Gives a person another role, at once. */
export async function setRole({ prisma, actor }: ActingContext, userId: string, role: Role): Promise<Result<void>> {
  const done = await prisma.$transaction(async (tx): Promise<Result<void>> => {
    const user = await findUser(tx, userId)
    if (!user.ok) return user
    if (user.value.role === role) return ok()
    const kept = await keepAnAdministrator(tx, user.value)
    if (!kept.ok) return kept
    await tx.user.update({ where: { id: userId }, data: { role } })
    await record(tx, actor, {
      action: 'user.role',
      subject: user.value.email,
      subjectId: userId,
      details: { from: user.value.role, to: role },
    })
    return ok()
  })
  accessChanged()
  return done
}
