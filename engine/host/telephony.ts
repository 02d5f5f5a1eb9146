import { type AsteriskTelephony, createAsteriskTelephony } from '@/engine/ari'
import type { AsteriskConnection } from '@/engine/asterisk'
import type { Logger } from '@/engine/logging'
import type { Telephony } from '@/engine/ports'
import { noTelephony } from '@/engine/runtime'
import type { Store } from '@/engine/store'

/** The telephony of this installation: Asterisk, or none with the reason why. */
export type HostTelephony =
  | { readonly kind: 'asterisk'; readonly telephony: AsteriskTelephony }
  | { readonly kind: 'none'; readonly telephony: Telephony; readonly reason: string }

/** Telephony by the facts that the supervisor left in the data folder. */
export function hostTelephony(connection: AsteriskConnection, store: Pick<Store, 'route'>, log: Logger): HostTelephony {
  if (connection.mode === 'none') return { kind: 'none', telephony: noTelephony(), reason: connection.reason }
  const isFlowNumber = async (number: string) => (await store.route(number)).kind === 'version'
  return { kind: 'asterisk', telephony: createAsteriskTelephony(connection, { isFlowNumber, log }) }
}
