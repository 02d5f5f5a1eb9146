import type { Logger } from 'pino'
import type { Database } from '@/prisma/client'
import { ownOrigin } from '../http/origin'
import type { RuntimeConfig } from '../runtime-config'
import { type Actor, actorOf } from './actor'
import { type Auth, createAuth } from './create-auth'
import { authSecret } from './secret'
import { actorOfToken } from './tokens'

/** Who a request comes from, and better-auth for the scheme that it came by. */
export interface Authentication {
  actorOf(request: Request): Promise<Actor | null>
  authFor(request: Request): Pick<Auth, 'handler'>
}

export function createAuthentication(config: RuntimeConfig, prisma: Database, log: Logger): Authentication {
  const made = new Map<boolean, Auth>()
  const authFor = (request: Request) => {
    const { secure } = ownOrigin(request)
    const auth =
      made.get(secure) ?? createAuth({ prisma, databaseUrl: config.databaseUrl, secret: authSecret(config.dataFolder), secure, log })
    made.set(secure, auth)
    return auth
  }
  return {
    authFor,
    async actorOf(request) {
      const authorization = request.headers.get('authorization')
      if (authorization) return actorOfToken(prisma, authorization)
      if (!request.headers.get('cookie')) return null
      const login = await authFor(request).api.getSession({ headers: request.headers })
      if (!login) return null
      // Read from the database at each request, so a changed role or a disabled account counts at once.
      const { id, name, email, role, locale, banned } = login.user
      return actorOf({ id, name, email, role: role ?? null, locale: locale ?? null, banned: banned ?? false }, 'login')
    },
  }
}
