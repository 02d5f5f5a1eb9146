import type { AuditAction } from '@/app/server/services/audit/record'

/** Message key of each audited action under `settings.audit.actions`. */
export const actionKeys = {
  'flow.create': 'flow_create',
  'flow.archive': 'flow_archive',
  'flow.publish': 'flow_publish',
  'flow.rollback': 'flow_rollback',
  'flow.roll-forward': 'flow_rollForward',
  'number.assign': 'number_assign',
  'number.unassign': 'number_unassign',
  'user.create': 'user_create',
  'user.role': 'user_role',
  'user.disable': 'user_disable',
  'user.enable': 'user_enable',
  'user.reset-password': 'user_resetPassword',
  'user.change-password': 'user_changePassword',
  'secret.set': 'secret_set',
  'secret.remove': 'secret_remove',
  'sound.add': 'sound_add',
  'sound.remove': 'sound_remove',
  'settings.change': 'settings_change',
  'phone.create': 'phone_create',
  'phone.remove': 'phone_remove',
  'phone.reset-password': 'phone_resetPassword',
  'token.create': 'token_create',
  'token.revoke': 'token_revoke',
  'call.hangup': 'call_hangup',
  'backup.restore': 'backup_restore',
} as const satisfies Record<AuditAction, string>

/** Narrows a stored action to one of this build. */
export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(actionKeys, action)
}
