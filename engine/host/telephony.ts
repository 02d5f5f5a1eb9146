import { mkdirSync } from 'node:fs'
import { type AsteriskTelephony, createAsteriskTelephony } from '@/engine/ari'
import { type AsteriskConnection, asteriskDirs } from '@/engine/asterisk'
import type { Logger } from '@/engine/logging'
import type { Telephony } from '@/engine/ports'
import { PracticeCalls } from '@/engine/practice'
import { systemClock } from '@/engine/runtime'
import type { Store } from '@/engine/store'

/** The telephony of this installation: Asterisk; or practice calls, with the reason why there is none. */
export type HostTelephony =
  | { readonly kind: 'asterisk'; readonly telephony: AsteriskTelephony }
  | { readonly kind: 'practice'; readonly telephony: Telephony; readonly practice: PracticeCalls; readonly reason: string }

/** Telephony by the facts that the supervisor left in the data folder. */
export function hostTelephony(
  connection: AsteriskConnection,
  { store, dataFolder, log }: { readonly store: Pick<Store, 'route'>; readonly dataFolder: string; readonly log: Logger },
): HostTelephony {
  if (connection.mode === 'none') {
    const { recordings } = asteriskDirs(dataFolder)
    mkdirSync(recordings, { recursive: true, mode: 0o700 })
    const practice = new PracticeCalls(systemClock, recordings)
    return { kind: 'practice', telephony: practice.telephony, practice, reason: connection.reason }
  }
  const isFlowNumber = async (number: string) => (await store.route(number)).kind === 'version'
  return { kind: 'asterisk', telephony: createAsteriskTelephony(connection, { isFlowNumber, log }) }
}
