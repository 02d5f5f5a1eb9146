import pino from 'pino'
import { openVault } from '@/engine/vault'
import type { User } from '@/prisma/client'
import { temporaryDatabase } from '@/prisma/testing/database'
import { seedUser, TEST_PASSWORD } from '@/prisma/testing/seeds'
import { type Actor, actorOf, machineActor } from '../auth/actor'
import { createAuthentication } from '../auth/authentication'
import { createAuthHandler } from '../auth/handler'
import type { Container } from '../container'
import { createFlowEvents } from '../events/flow-events'
import { handleTrpc } from '../http/trpc'
import type { Role } from '../permissions'
import { appRouter } from '../root'
import { configOf } from '../runtime-config'
import type { Services } from '../services/services'
import { passwordChanged } from '../services/users/password-changed'
import { createFakeEngine } from './fake-engine'

/** The server on a database of its own, with an engine in memory; no sockets. */
export async function testServer(databaseUrl?: string, options: { readonly busyTimeoutMs?: number } = {}) {
  const database = await temporaryDatabase(databaseUrl, options)
  const { prisma } = database
  const config = configOf(database.dataFolder, database.url)
  const engine = createFakeEngine()
  const log = pino({ level: 'silent' })
  const services: Services = { config, prisma, engine, vault: openVault(config.dataFolder), flowEvents: createFlowEvents(), log }
  const authentication = createAuthentication(config, prisma, log)
  const container: Container = {
    services,
    authentication,
    handleAuth: createAuthHandler({ ...authentication, passwordChanged: (actor) => passwordChanged(prisma, actor) }),
  }
  const callerOf = (actor: Actor | null, signal?: AbortSignal) => appRouter.createCaller({ ...services, actor }, { signal })
  const people = new Map<Role, User>()
  return {
    ...database,
    engine,
    services,
    container,
    callerOf,
    /** The API as the machine's own user calls it. */
    machine: callerOf(machineActor('root')),
    /** A person of that role, one for each. */
    async person(role: Role): Promise<User> {
      const user = people.get(role) ?? (await seedUser(prisma, role))
      people.set(role, user)
      return user
    },
    /** The API as a person calls it. */
    as(user: User, signal?: AbortSignal) {
      return callerOf(actorOf(user, 'login'), signal)
    },
    /** The login cookie of a person. */
    async signIn(user: Pick<User, 'email'>, password = TEST_PASSWORD): Promise<string> {
      const response = await container.handleAuth(signInRequest(user.email, password))
      if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`)
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
    },
    /** A tRPC request as it comes over HTTP. */
    trpc: (request: Request) => handleTrpc(request, container),
  }
}

export type TestServer = Awaited<ReturnType<typeof testServer>>

/** What the sign-in page sends. */
export function signInRequest(email: string, password: string, headers: Record<string, string> = {}): Request {
  return new Request('http://patchbay.local:3000/api/auth/sign-in/email', {
    method: 'POST',
    body: JSON.stringify({ email, password }),
    headers: {
      'content-type': 'application/json',
      host: 'patchbay.local:3000',
      origin: 'http://patchbay.local:3000',
      'x-forwarded-for': '192.0.2.1',
      ...headers,
    },
  })
}
