import type { AsteriskInstallation } from '../installation'
import { asteriskConf, loggerConf, modulesConf } from './core'
import { extensionsConf } from './dialplan'
import { asteriskDirs } from './dirs'
import { ariConf, httpConf, websocketClientConf } from './http'
import { indicationsConf, musicOnHoldConf, rtpConf } from './media'
import { pjsipConf } from './pjsip'
import { quietConfs } from './quiet'
import type { AsteriskSettings } from './settings'
import { sorceryConf } from './sorcery'
import { atLeast } from './version'

/** Since 20.15, 21.10 and 22.5 Asterisk opens ARI's websocket to the engine by itself. */
export function hasOutboundWebsocket(version: string): boolean {
  return atLeast(version, { 20: 15, 21: 10, 22: 5 })
}

/** Asterisk's whole configuration: file name → text. */
export function renderConfig(settings: AsteriskSettings, installation: AsteriskInstallation): Readonly<Record<string, string>> {
  const outbound = hasOutboundWebsocket(installation.version)
  return {
    ...quietConfs(),
    'asterisk.conf': asteriskConf(asteriskDirs(settings.dataDir), installation),
    'modules.conf': modulesConf(installation.modules),
    'logger.conf': loggerConf(),
    'http.conf': httpConf(settings),
    'ari.conf': ariConf(settings, outbound),
    ...(outbound ? { 'websocket_client.conf': websocketClientConf(settings) } : {}),
    'sorcery.conf': sorceryConf(),
    'pjsip.conf': pjsipConf(settings),
    'rtp.conf': rtpConf(settings),
    'musiconhold.conf': musicOnHoldConf(),
    'indications.conf': indicationsConf(),
    'extensions.conf': extensionsConf(settings),
  }
}
