import type { Logger } from '@/engine/logging'
import type { Runtime } from '@/engine/runtime'

/** How soon after a publish its speech is made, in ms, at the latest. */
const EVERY_MS = 3000

/** Makes newly published flows ready, so that the first caller does not wait for their speech. */
export function keepWarm(runtime: Runtime, log: Logger): void {
  let busy = false
  setInterval(async () => {
    if (busy) return
    busy = true
    try {
      await runtime.warm()
    } catch (error) {
      log.warn({ error: String(error) }, 'published flows could not be looked up')
    }
    busy = false
  }, EVERY_MS).unref()
}
