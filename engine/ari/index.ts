/**
 * The only room that knows Asterisk's API. Tests and the simulator take `engine/ari/fake`.
 *
 * @example
 * const telephony = createAsteriskTelephony(readConnection(dataDir), { isFlowNumber, log })
 * telephony.onIncoming((call, incoming) => …)
 * await telephony.start()
 */
export type { BrowserAccount, BrowserPhones } from './browser-phones'
export { type AsteriskLink, type AsteriskOptions, createAsteriskTelephony } from './create'
export type { Log } from './log'
export type { AsteriskTelephony } from './telephony'
