import { randomBytes } from 'node:crypto'
import type { Progress } from '@/engine/asterisk'
import {
  type AsteriskSettings,
  asteriskDirs,
  hasOutboundWebsocket,
  prepareAsterisk,
  rememberPorts,
  startAsterisk,
  writeConnection,
} from '@/engine/asterisk'
import type { Problem } from '@/engine/errors'
import type { TelephonySettings } from '@/engine/settings'
import type { StartOptions } from './environment'
import { keepAsterisk } from './keep-asterisk'
import { Stop } from './stop'

const APP = 'patchbay'
const OFF: Problem = {
  code: 'ASTERISK_OFF',
  message: 'Patchbay was started with PATCHBAY_ASTERISK=none. Start it without that setting to take real calls.',
}
/** Ports of one Asterisk's media: room for 500 calls. */
const RTP_PORTS = 1000

export interface AsteriskHandle {
  /** A sentence for the terminal when there are no real calls. */
  readonly without?: string
  /** Another's: it may come and go, and be away now. */
  readonly remote?: true
}

/** First media port of this data folder: derived from the SIP port, so that two copies do not share a range. */
function rtpStart(sipPort: number): number {
  return 32_000 + (sipPort % 28) * RTP_PORTS
}

/**
 * Brings up the Asterisk that `PATCHBAY_ASTERISK` asks for, leaves the facts for the engine, and starts it again if it
 * ends by itself. Without one everything but real calls works; the reason is kept for the pages. `onBegun` is told how
 * to end it as soon as there may be something to end.
 */
export async function bringUpAsterisk(
  options: StartOptions,
  telephony: TelephonySettings,
  progress: Progress,
  onPid: (pid: number | undefined) => void,
  onCrash: (how: string) => void,
  onBegun: (stop: () => Promise<void>) => void,
): Promise<AsteriskHandle> {
  const none = ({ code, message }: Problem): AsteriskHandle => {
    writeConnection(options.dataDir, { mode: 'none', problem: { code, message } })
    return { without: message }
  }
  const { asterisk } = options
  if (asterisk.kind === 'none') return none(OFF)
  if (asterisk.kind === 'remote') {
    const { url, ariUser, ariPassword } = asterisk
    writeConnection(options.dataDir, { mode: 'remote', url, ariUser, ariPassword, app: APP })
    return { remote: true }
  }

  const installation = await prepareAsterisk(progress, asterisk.way)
  if (!installation.ok) return none(installation.error)

  const ports = await rememberPorts(options.dataDir, ['ari', 'engine'])
  const first = rtpStart(options.sipPort)
  const settings: AsteriskSettings = {
    ...telephony,
    dataDir: options.dataDir,
    sipPort: options.sipPort,
    httpPort: ports.ari,
    rtpStart: first,
    rtpEnd: first + RTP_PORTS - 1,
    ariUser: APP,
    ariPassword: randomBytes(24).toString('base64url'),
    engineWsUrl: `ws://127.0.0.1:${ports.engine}/ari`,
    app: APP,
  }
  const kept = keepAsterisk({ start: () => startAsterisk(installation.value, settings), onPid, onCrash })
  onBegun(kept.stop)
  const started = await kept.first
  if (!started.ok) {
    if (started.error.code === 'ASTERISK_PORT_TAKEN')
      throw new Stop(`${started.error.message}\n  Remedy: end that program, or start with another SIP_PORT.`)
    return none(started.error)
  }
  writeConnection(options.dataDir, {
    mode: 'own',
    version: started.value.version,
    httpPort: ports.ari,
    ariUser: settings.ariUser,
    ariPassword: settings.ariPassword,
    app: APP,
    engineWsPort: hasOutboundWebsocket(started.value.version) ? ports.engine : null,
    sipPort: options.sipPort,
    recordingsDir: asteriskDirs(options.dataDir).recordings,
  })
  return {}
}
