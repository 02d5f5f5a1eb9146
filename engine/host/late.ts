import type { AsteriskConnection } from '@/engine/asterisk'
import type { Result } from '@/engine/errors'
import { createHttp } from '@/engine/http'
import type { Http } from '@/engine/ports'
import { readSetting } from '@/engine/settings'
import type { Vault } from '@/engine/vault'
import { createPrisma } from '@/prisma/client'
import { telephonyReload } from './reload'
import type { HostTelephony } from './telephony'

export interface LateOptions {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly connection: AsteriskConnection
  readonly host: HostTelephony
  readonly vault: Vault
}

/**
 * What no call waits for right after a start, and whose libraries take half of a start's time to load: outgoing HTTP,
 * and the settings with the database client that reads them.
 */
export interface Late {
  readonly http: Http
  reloadTelephony(): Promise<Result<void>>
  close(): Promise<void>
}

export function createLate({ databaseUrl, dataFolder, connection, host, vault }: LateOptions): Late {
  const database = createPrisma(databaseUrl)
  return {
    http: createHttp({ allowedHosts: () => readSetting(database, 'http.allowedHosts') }),
    reloadTelephony: telephonyReload(dataFolder, connection, host, database, vault),
    close: () => database.$disconnect(),
  }
}
