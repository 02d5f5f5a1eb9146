import type { DatabaseTransaction } from '@/prisma/client'
import type { Actor } from '../../auth/actor'
import { newId } from '../../ids'

/** What is audited. */
export type AuditAction =
  | 'flow.create'
  | 'flow.archive'
  | 'flow.publish'
  | 'flow.rollback'
  | 'flow.roll-forward'
  | 'number.assign'
  | 'number.unassign'
  | 'user.create'
  | 'user.role'
  | 'user.disable'
  | 'user.enable'
  | 'user.reset-password'
  | 'user.change-password'
  | 'secret.set'
  | 'secret.remove'
  | 'sound.add'
  | 'sound.remove'
  | 'settings.change'
  | 'phone.create'
  | 'phone.remove'
  | 'phone.reset-password'
  | 'token.create'
  | 'token.revoke'
  | 'call.hangup'
  | 'backup.restore'

/** What was done to what. `details` must hold no secret. */
export interface AuditFact {
  readonly action: AuditAction
  /** Its name at that time. */
  readonly subject: string
  readonly subjectId?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** Writes an audit entry in the transaction of the change itself: neither is there without the other. */
export async function record(tx: Pick<DatabaseTransaction, 'auditEntry'>, actor: Actor, fact: AuditFact): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: newId(),
      actorId: actor.id,
      actorName: actor.name,
      action: fact.action,
      subject: fact.subject,
      subjectId: fact.subjectId ?? null,
      details: JSON.stringify(fact.details ?? {}),
    },
  })
}
