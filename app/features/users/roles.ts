'use client'

import { useTranslations } from 'next-intl'
import type { Role } from '@/app/server/permissions'

/** Roles from the widest to the narrowest. */
export const roles = ['administrator', 'analyst', 'supervisor', 'agent', 'auditor'] as const satisfies readonly Role[]

/** Narrows a stored role. */
export function asRole(value: string | null): Role | undefined {
  return roles.find((role) => role === value)
}

/** A role's name; a role that this build does not know is shown as stored. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations('users.roles')
  return (stored) => {
    const role = asRole(stored)
    return role ? t(role) : stored
  }
}
