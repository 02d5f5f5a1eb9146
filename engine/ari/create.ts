import { type Log, silentLog } from './log'
import { AsteriskTelephony } from './telephony'
import { OutboundTransport } from './transport/outbound'
import { RemoteTransport } from './transport/remote'
import type { AriTransport } from './transport/transport'

/** How to reach Asterisk; what `readConnection` of `engine/asterisk` returns fits (unless its mode is `none`). */
export type AsteriskLink =
  /** Ours: it connects to us on `engineWsPort`, unless its version cannot. */
  | {
      readonly mode: 'own'
      readonly version: string
      readonly httpPort: number
      readonly ariUser: string
      readonly ariPassword: string
      readonly app: string
      readonly engineWsPort: number | null
      readonly recordingsDir: string
    }
  /** Somebody else's, by its ARI URL (`http://host:8088/ari`). */
  | { readonly mode: 'remote'; readonly url: string; readonly ariUser: string; readonly ariPassword: string; readonly app: string }

export interface AsteriskOptions {
  /** Whether a flow answers that number (for transfers to it). */
  readonly isFlowNumber: (number: string) => boolean | Promise<boolean>
  readonly log?: Log
}

/** Telephony by Asterisk, over the fastest way that its version offers. */
export function createAsteriskTelephony(link: AsteriskLink, { isFlowNumber, log = silentLog }: AsteriskOptions): AsteriskTelephony {
  const recordingsDir = link.mode === 'own' ? link.recordingsDir : undefined
  return new AsteriskTelephony({ app: link.app, transport: openTransport(link, log), recordingsDir, isFlowNumber, log })
}

function openTransport(link: AsteriskLink, log: Log): AriTransport {
  const { ariUser: user, ariPassword: password, app } = link
  if (link.mode === 'own' && link.engineWsPort !== null) {
    return new OutboundTransport({ port: link.engineWsPort, user, password, version: link.version, log })
  }
  const url = link.mode === 'own' ? `http://127.0.0.1:${link.httpPort}/ari` : link.url.replace(/\/+$/, '')
  return new RemoteTransport({ url, user, password, app }, log)
}
