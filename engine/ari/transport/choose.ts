import type { Log } from '../log'
import { atLeast } from '../version'
import { AriClientTransport } from './ari-client'
import { type AriServer, InboundTransport } from './inbound'
import type { AriTransport } from './transport'

/** REST requests over ARI's websocket. */
const REST_OVER_WEBSOCKET = { 20: 14, 21: 9, 22: 4 }

/** The fastest way to an Asterisk that we have to connect to. */
export function chooseTransport(server: AriServer, version: string, log: Log): AriTransport {
  return atLeast(version, REST_OVER_WEBSOCKET) ? new InboundTransport(server, version, log) : new AriClientTransport(server, version, log)
}
