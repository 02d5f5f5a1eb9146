import { ok, type Result } from '@/engine/errors'
import { randomPassword } from '../../auth/password'
import type { ActingContext } from '../../context'
import { accessChanged } from '../../events/access'
import { newId } from '../../ids'
import { record } from '../audit/record'
import { findUser } from './find'
import { hashPassword } from './insert'

/** Gives a person a new random password, told once, signs them out everywhere, and revokes their tokens. */
export async function resetPassword(
  { prisma, actor }: Pick<ActingContext, 'prisma' | 'actor'>,
  userId: string,
): Promise<Result<{ password: string }>> {
  const password = randomPassword()
  const hash = await hashPassword(password)
  const done = await prisma.$transaction(async (tx): Promise<Result<{ password: string }>> => {
    const user = await findUser(tx, userId)
    if (!user.ok) return user
    const { count } = await tx.loginAccount.updateMany({ where: { userId, providerId: 'credential' }, data: { password: hash } })
    if (count === 0)
      await tx.loginAccount.create({ data: { id: newId(), accountId: userId, providerId: 'credential', userId, password: hash } })
    await tx.loginSession.deleteMany({ where: { userId } })
    // Who gets a new password may have lost the old one to somebody, who may have made tokens with it.
    await tx.apiToken.deleteMany({ where: { userId } })
    await record(tx, actor, { action: 'user.reset-password', subject: user.value.email, subjectId: userId })
    return ok({ password })
  })
  accessChanged()
  return done
}
