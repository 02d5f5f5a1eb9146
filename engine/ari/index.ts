/** The only room that knows Asterisk's API. Tests and the simulator take `engine/ari/fake`. */
export { type Log, silentLog } from './log'
