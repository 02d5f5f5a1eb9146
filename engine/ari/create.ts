import { type Log, silentLog } from './log'
import { AsteriskTelephony } from './telephony'
import { OutboundTransport } from './transport/outbound'

/** How to reach Asterisk; what `readConnection` of `engine/asterisk` returns fits. */
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
  return new AsteriskTelephony({
    app: link.app,
    isFlowNumber,
    log,
    recordingsDir: link.mode === 'own' ? link.recordingsDir : undefined,
    open: async () => {
      if (link.mode !== 'own' || link.engineWsPort === null) throw new Error('x')
      const transport = new OutboundTransport({ port: link.engineWsPort, user: link.ariUser, password: link.ariPassword, log })
      return { transport, version: link.version }
    },
  })
}
