import type { User } from '@/prisma/client'
import { type Permission, permissions, permissionsOf } from '../permissions'

/** Who asks: a person in a browser, a script with a person's token, or whoever sits at the data folder's machine. */
export interface Actor {
  readonly via: 'login' | 'token' | 'machine'
  /** Null for the machine's own user. */
  readonly id: string | null
  readonly name: string
  readonly email: string
  readonly role: string | null
  readonly locale: string | null
  readonly permissions: ReadonlySet<Permission>
}

/** The actor of a stored user; null for a disabled one. */
export function actorOf(user: Pick<User, 'id' | 'name' | 'email' | 'role' | 'locale' | 'banned'>, via: 'login' | 'token'): Actor | null {
  if (user.banned) return null
  const { id, name, email, role, locale } = user
  return { via, id, name, email, role, locale, permissions: permissionsOf(role) }
}

/** Whoever can read the data folder may do everything; `name` is the system's name of that user. */
export function machineActor(name: string): Actor {
  return {
    via: 'machine',
    id: null,
    name: `${name} (command line)`,
    email: '',
    role: null,
    locale: null,
    permissions: new Set(permissions),
  }
}
