/** A SIP phone in this process, for tests and measurements of real calls: exact times, keys, and an ear. */
export { Call, type CallEnd } from './call'
export type { Ear, Heard } from './ear'
export { Phone } from './phone'
export type { Pressed } from './rtp'
