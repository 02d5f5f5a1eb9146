import { fail, type Result } from '@/engine/errors'
import type { Scene } from './scene'

/** Answers `undefined` to go on waiting; may ask to be called again at a certain time. */
export type Decide<T> = (wakeAt: (due: number) => void) => T | undefined

/** What every operation answers once the caller has hung up. */
export function callGone(): Result<never> {
  return fail('CALL_GONE', 'The caller has hung up.')
}

/**
 * Waits by asking `decide` now, after everything that happens on the call, and at the times it asks for. It answers in
 * the very tick of the event. Resolves to undefined when the caller is gone or the visit is over.
 */
export function until<T extends {}>(scene: Pick<Scene, 'desk' | 'clock' | 'over'>, decide: Decide<T>): Promise<T | undefined> {
  const { desk, clock } = scene
  return new Promise((resolve) => {
    let due = Number.POSITIVE_INFINITY
    let cancel = () => {}
    let unwatch = () => {}
    const settle = (answer: T | undefined) => {
      cancel()
      unwatch()
      resolve(answer)
    }
    const wakeAt = (at: number) => {
      if (at === due) return
      cancel()
      due = at
      cancel = clock.at(at, () => {
        due = Number.POSITIVE_INFINITY
        look()
      })
    }
    const look = () => {
      if (scene.over) return settle(undefined)
      const answer = decide(wakeAt)
      if (answer !== undefined) settle(answer)
      else if (desk.gone) settle(undefined)
    }
    unwatch = desk.watch(look)
    look()
  })
}

/** Whether a time has come. While the line is down it has not: what the caller did meanwhile is still to be told. */
export function isDue({ desk, clock }: Scene, at: number): boolean {
  return desk.line.up && clock.now() >= at
}
