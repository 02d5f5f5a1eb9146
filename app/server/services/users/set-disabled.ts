import { ok, type Result } from '@/engine/errors'
import type { ActingContext } from '../../context'
import { accessChanged } from '../../events/access'
import { record } from '../audit/record'
import { findUser, keepAnAdministrator } from './find'

/** Shuts a person out at once (also their tokens, and what they have open), or lets them in again. */
export async function setDisabled({ prisma, actor }: ActingContext, userId: string, disabled: boolean): Promise<Result<void>> {
  const done = await prisma.$transaction(async (tx): Promise<Result<void>> => {
    const user = await findUser(tx, userId)
    if (!user.ok) return user
    if ((user.value.banned === true) === disabled) return ok()
    if (disabled) {
      const kept = await keepAnAdministrator(tx, user.value)
      if (!kept.ok) return kept
      await tx.loginSession.deleteMany({ where: { userId } })
    }
    await tx.user.update({ where: { id: userId }, data: { banned: disabled, banReason: null, banExpires: null } })
    await record(tx, actor, { action: disabled ? 'user.disable' : 'user.enable', subject: user.value.email, subjectId: userId })
    return ok()
  })
  accessChanged()
  return done
}
