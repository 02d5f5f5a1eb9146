import type { Logger } from 'pino'
import type { Vault } from '@/engine/vault'
import type { Database } from '@/prisma/client'
import type { EngineControl } from '../engine/control'
import type { FlowEvents } from '../events/flow-events'
import type { RuntimeConfig } from '../runtime-config'

/** What the server's work is done with; made once a process (`app/server/container.ts`), or by a test. */
export interface Services {
  readonly config: RuntimeConfig
  readonly prisma: Database
  readonly engine: EngineControl
  readonly vault: Vault
  readonly flowEvents: FlowEvents
  readonly log: Logger
}
