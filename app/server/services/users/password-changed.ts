import type { Database } from '@/prisma/client'
import type { Actor } from '../../auth/actor'
import { record } from '../audit/record'

/** Audits that somebody has given themselves a new password. */
export function passwordChanged(prisma: Database, actor: Actor): Promise<void> {
  return record(prisma, actor, { action: 'user.change-password', subject: actor.email, subjectId: actor.id ?? undefined })
}
