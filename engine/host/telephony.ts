import { mkdirSync } from 'node:fs'
import { type AsteriskTelephony, createAsteriskTelephony } from '@/engine/ari'
import { type AsteriskConnection, asteriskDirs } from '@/engine/asterisk'
import type { Problem } from '@/engine/errors'
import type { Logger } from '@/engine/logging'
import type { Telephony } from '@/engine/ports'
import { PracticeCalls } from '@/engine/practice'
import { systemClock } from '@/engine/runtime'
import type { Store } from '@/engine/store'
import { whyDown } from './remote-state'

/** The telephony of this installation: Asterisk; or practice calls. `problem` says why calls cannot come in. */
export type HostTelephony =
  | { readonly kind: 'asterisk'; readonly telephony: AsteriskTelephony; readonly problem: () => Problem | undefined }
  | { readonly kind: 'practice'; readonly telephony: Telephony; readonly practice: PracticeCalls; readonly problem: () => Problem }

/** What to say while Asterisk is not connected; our own is started again by the supervisor, which needs no words. */
function problemOf(connection: AsteriskConnection): () => Problem | undefined {
  if (connection.mode !== 'remote') return () => undefined
  return whyDown({ url: connection.url, user: connection.ariUser, password: connection.ariPassword })
}

/** Telephony by the facts that the supervisor left in the data folder. */
export function hostTelephony(
  connection: AsteriskConnection,
  { store, dataFolder, log }: { readonly store: Pick<Store, 'route'>; readonly dataFolder: string; readonly log: Logger },
): HostTelephony {
  if (connection.mode === 'none') {
    const { recordings } = asteriskDirs(dataFolder)
    mkdirSync(recordings, { recursive: true, mode: 0o700 })
    const practice = new PracticeCalls(systemClock, recordings)
    return { kind: 'practice', telephony: practice.telephony, practice, problem: () => connection.problem }
  }
  const isFlowNumber = async (number: string) => (await store.route(number)).kind === 'version'
  return { kind: 'asterisk', telephony: createAsteriskTelephony(connection, { isFlowNumber, log }), problem: problemOf(connection) }
}
