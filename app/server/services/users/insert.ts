import { hashPassword } from 'better-auth/crypto'
import type { Database, DatabaseTransaction, User } from '@/prisma/client'
import { newId } from '../../ids'
import type { Role } from '../../permissions'

/** A person to be. */
export interface NewUser {
  readonly name: string
  /** Lower case. */
  readonly email: string
  readonly role: Role
}

/** Stores a person who signs in with this password's hash (`hashPassword` of better-auth). */
export function insertUser(tx: Database | DatabaseTransaction, user: NewUser, passwordHash: string): Promise<User> {
  const id = newId()
  return tx.user.create({
    data: {
      id,
      ...user,
      emailVerified: true,
      accounts: { create: { id: newId(), accountId: id, providerId: 'credential', password: passwordHash } },
    },
  })
}

export { hashPassword }
