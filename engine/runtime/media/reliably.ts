import { fail, type Result } from '@/engine/errors'
import type { Scene } from './scene'
import { callGone, until } from './until'

/** A line that stays away longer than this ends the step by its error exit. */
const PATIENCE_MS = 60_000
const PAUSE_MS = 200

/** Asks the telephone server, again after each time it was away. Requests are idempotent, so an unanswered one is repeated. */
export async function reliably<T>(scene: Scene, ask: () => Promise<Result<T>>): Promise<Result<T>> {
  const { desk, clock } = scene
  const giveUp = clock.now() + PATIENCE_MS
  for (;;) {
    if (!desk.line.up) {
      const back = await until(scene, (wakeAt) => {
        if (desk.line.up) return 'up'
        if (clock.now() >= giveUp) return 'late'
        wakeAt(giveUp)
        return undefined
      })
      if (back === undefined) return callGone()
      if (back === 'late') return fail('TELEPHONY_DOWN', 'The telephone server cannot be reached.')
    }
    const answer = await ask()
    if (answer.ok || answer.error.code !== 'TELEPHONY_DOWN' || clock.now() >= giveUp) return answer
    // It may take a moment until we are told that the line is down.
    const again = clock.now() + PAUSE_MS
    const waited = await until(scene, (wakeAt) => {
      wakeAt(again)
      return clock.now() >= again ? true : undefined
    })
    if (waited === undefined) return callGone()
  }
}
