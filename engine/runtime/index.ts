/**
 * Sessions: flows running on calls, surviving the engine.
 *
 * @example
 * const runtime = createRuntime({ clock: systemClock, telephony, store, speech, sounds, http, secrets, vault, nodes, log })
 * await runtime.start()
 */
export { systemClock } from './clock'
export type { RuntimeEvent } from './events'
export type { JournalHealth } from './journal/journal'
export { openLogFile } from './journal/log-file'
export type { Log } from './log'
export type { RuntimeParts } from './parts'
export { createRuntime, type LiveSession, Runtime } from './runtime'
