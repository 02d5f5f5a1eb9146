import type { Logger } from 'pino'
import { openVault } from '@/engine/vault'
import { createPrisma } from '@/prisma/client'
import { type Authentication, createAuthentication } from './auth/authentication'
import { createAuthHandler } from './auth/handler'
import { createEngineControl } from './engine/client'
import { createFlowEvents } from './events/flow-events'
import { createLog } from './log'
import { type RuntimeConfig, runtimeConfig } from './runtime-config'
import type { Services } from './services/services'
import { passwordChanged } from './services/users/password-changed'

/** Everything the web process serves requests with. */
export interface Container {
  readonly services: Services
  readonly authentication: Authentication
  readonly handleAuth: (request: Request) => Promise<Response>
}

/** Wires the server's parts for one data folder. */
export function createContainer(config: RuntimeConfig, log: Logger = createLog()): Container {
  const prisma = createPrisma(config.databaseUrl)
  const authentication = createAuthentication(config, prisma, log)
  const services: Services = {
    config,
    prisma,
    engine: createEngineControl(config.engineSocket),
    vault: openVault(config.dataFolder),
    flowEvents: createFlowEvents(),
    log,
  }
  return {
    services,
    authentication,
    handleAuth: createAuthHandler({ ...authentication, passwordChanged: (actor) => passwordChanged(prisma, actor) }),
  }
}

// Next bundles each route with its own copy of this module; the process must have one database connection and one event bus.
const shared: typeof globalThis & { __patchbay?: Container } = globalThis

/** The process's one container, made at the first request. */
export function container(): Container {
  shared.__patchbay ??= createContainer(runtimeConfig())
  return shared.__patchbay
}
