import { z } from 'zod'

/** What a person may be. One role each. */
export const Role = z.enum(['administrator', 'analyst', 'supervisor', 'agent', 'auditor'])
export type Role = z.infer<typeof Role>

/** Everything that is guarded. `account.use` is what every signed-in person may do. */
export const permissions = [
  'account.use',
  'flow.view',
  'flow.edit',
  'flow.publish',
  'number.assign',
  'call.view',
  'call.listen',
  'call.control',
  'phone.use',
  'secret.manage',
  'sound.manage',
  'user.manage',
  'settings.manage',
  'audit.view',
  'token.manage',
] as const
export type Permission = (typeof permissions)[number]

/** Analysts draw, administrators publish; supervisors watch and listen; auditors read; agents phone. */
export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: permissions,
  analyst: [
    'account.use',
    'flow.view',
    'flow.edit',
    'call.view',
    'call.listen',
    'phone.use',
    'secret.manage',
    'sound.manage',
    'token.manage',
  ],
  supervisor: ['account.use', 'flow.view', 'call.view', 'call.listen', 'call.control', 'phone.use', 'token.manage'],
  agent: ['account.use', 'phone.use'],
  auditor: ['account.use', 'flow.view', 'call.view', 'audit.view'],
}

/** The permissions of a stored role; none for a role that this build does not know. */
export function permissionsOf(role: string | null | undefined): ReadonlySet<Permission> {
  const known = Role.safeParse(role)
  return new Set(known.success ? permissionsOfRole[known.data] : [])
}
