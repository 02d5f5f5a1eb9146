/**
 * The machine side of telephony: an Asterisk of our own, its configuration, its process.
 *
 * @example
 * const installation = await prepareAsterisk((step, detail) => console.log(step, detail))
 * const asterisk = await startAsterisk(installation.value, settings)
 * asterisk.value.ari.url // http://127.0.0.1:…/ari
 */
export { type AriAddress, type AriAnswer, askAri } from './ari-info'
export { hasOutboundWebsocket } from './config'
export { asteriskDirs } from './config/dirs'
export { contexts } from './config/pjsip'
export type { AsteriskSettings } from './config/settings'
export { AsteriskConnection, readConnection, writeConnection } from './connection'
export { AsteriskWay, prepareAsterisk } from './find'
export { prepareSpeechTools } from './folder/tools'
export type { AsteriskInstallation } from './installation'
export { freePort, freeSoon, rememberPorts, tcpPortFree, udpPortFree } from './ports'
export { type RunningAsterisk, startAsterisk } from './process'
export type { Progress } from './progress'
export { reconfigureAsterisk } from './reconfigure'
