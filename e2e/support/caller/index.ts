/** A SIP phone in this process, for tests and measurements of real calls: exact times, keys, and an ear. */
export type { Call } from './call'
export { hum } from './hum'
export { Phone } from './phone'
