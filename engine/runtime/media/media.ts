import { ok } from '@/engine/errors'
import type { Media } from '@/engine/ports'
import { dial } from './dial'
import { gather } from './gather'
import { play } from './play'
import { discard, record } from './record'
import { reliably } from './reliably'
import type { Scene } from './scene'
import { callGone } from './until'

/**
 * The caller, for one visit. Digits: what is typed ahead waits for the next step that reads digits; prompts with barge-in
 * are cut short by it. The rest of it is dropped when a step has read an input and starts over (a wrong or missing answer is
 * not followed by answers to questions not yet heard), by a recording, and by a transfer.
 */
export function createMedia(scene: Scene): Media {
  let hasRead = false
  const startOver = (key: string) => {
    if (hasRead && scene.memo(key) === undefined) scene.desk.clearDigits()
    hasRead = false
  }
  return {
    async answer() {
      return scene.desk.gone ? callGone() : reliably(scene, () => scene.desk.call.answer())
    },
    async play(key, prompts, options) {
      if (scene.desk.gone) return callGone()
      startOver(key)
      return play(scene, key, prompts, options?.bargeIn ?? false)
    },
    async gather(key, request) {
      if (scene.desk.gone) return callGone()
      const fresh = scene.memo(key) === undefined
      startOver(key)
      const result = await gather(scene, key, request)
      hasRead = fresh
      if (result.ok && result.value.kind === 'digits') scene.pressed()
      return result
    },
    async record(key, options) {
      await scene.committed()
      return scene.desk.gone ? callGone() : record(scene, key, options)
    },
    discard: (key) => discard(scene, key),
    async dial(key, target, options) {
      await scene.committed()
      return dial(scene, key, target, options)
    },
    async hangup() {
      scene.hangingUp()
      await scene.committed()
      const done = await reliably(scene, () => scene.desk.call.hangup())
      return !done.ok && done.error.code === 'CALL_GONE' ? ok() : done
    },
  }
}
