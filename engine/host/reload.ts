import { type AsteriskConnection, reconfigureAsterisk } from '@/engine/asterisk'
import { ok, type Result } from '@/engine/errors'
import { readTelephonySettings } from '@/engine/settings'
import type { Vault } from '@/engine/vault'
import type { Database } from '@/prisma/client'
import type { HostTelephony } from './telephony'

/** Phones, trunk and trusted networks as they are set now, taken over by our Asterisk while calls go on; another's is left alone. */
export function telephonyReload(dataDir: string, connection: AsteriskConnection, host: HostTelephony, database: Database, vault: Vault) {
  return async (): Promise<Result<void>> => {
    if (connection.mode !== 'own' || host.kind !== 'asterisk') return ok()
    const { sipPort, httpPort, ariUser, ariPassword, app, engineWsPort } = connection
    const written = await reconfigureAsterisk({
      ...(await readTelephonySettings(database, vault)),
      dataDir,
      sipPort,
      httpPort,
      ariUser,
      ariPassword,
      app,
      engineWsUrl: `ws://127.0.0.1:${engineWsPort ?? 0}/ari`,
      // In none of the files that are written anew.
      rtpStart: 0,
      rtpEnd: 0,
    })
    return written.ok ? host.telephony.reloadConfiguration() : written
  }
}
