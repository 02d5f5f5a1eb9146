import { ini } from './ini'
import type { AsteriskSettings } from './settings'

/** Name of the websocket client and of its use by ARI. */
const ENGINE = 'patchbay_engine'

/** `http.conf`: ARI and the browser phones' websocket, on loopback; the web server passes browsers on. */
export function httpConf(settings: AsteriskSettings): string {
  return ini({
    name: 'general',
    lines: [
      ['enabled', true],
      ['bindaddr', '127.0.0.1'],
      ['bindport', settings.httpPort],
      ['enable_static', false],
      ['enable_status', false],
      // 100 by default: each browser phone holds one, and each waiting request of ARI.
      ['sessionlimit', 2000],
      ['session_keep_alive', 60_000],
    ],
  })
}

/** `ari.conf`; `outbound` on an Asterisk that opens the websocket to the engine by itself. */
export function ariConf(settings: AsteriskSettings, outbound: boolean): string {
  return ini(
    {
      name: 'general',
      // 100 ms by default: an engine that collects garbage or is being stopped would lose its socket.
      lines: [
        ['enabled', true],
        ['pretty', false],
        ['websocket_write_timeout', 5000],
      ],
    },
    {
      name: settings.ariUser,
      lines: [
        ['type', 'user'],
        ['read_only', false],
        ['password', settings.ariPassword],
      ],
    },
    ...(outbound
      ? [
          {
            name: ENGINE,
            lines: [
              ['type', 'outbound_websocket'],
              ['websocket_client_id', ENGINE],
              ['apps', settings.app ?? 'patchbay'],
              ['local_ari_user', settings.ariUser],
              ['subscribe_all', false],
            ] as const,
          },
        ]
      : []),
  )
}

/**
 * `websocket_client.conf`: one persistent socket to the engine. While the engine is away Asterisk keeps the events
 * and delivers them in order when it is back.
 */
export function websocketClientConf(settings: AsteriskSettings): string {
  return ini({
    name: ENGINE,
    lines: [
      ['type', 'websocket_client'],
      ['uri', settings.engineWsUrl],
      ['protocols', 'ari'],
      ['username', settings.ariUser],
      ['password', settings.ariPassword],
      ['connection_type', 'persistent'],
      ['connection_timeout', 1000],
      // It retries for ever; the number only says how seldom it complains in the log.
      ['reconnect_interval', 250],
      ['reconnect_attempts', 240],
      ['tls_enabled', false],
    ],
  })
}
