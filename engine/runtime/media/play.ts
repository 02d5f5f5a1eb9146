import { ok, type Result } from '@/engine/errors'
import type { Prompt } from '@/engine/flow'
import { Playback, playbackResult } from './playback'
import type { Scene } from './scene'
import { callGone, until } from './until'

export type Played = 'played' | 'interrupted'

/**
 * Plays a prompt list to its end. With barge-in a digit ends it, also one that was typed ahead; the digit stays for the
 * next step that reads digits.
 */
export async function play(scene: Scene, key: string, prompts: readonly Prompt[], bargeIn: boolean): Promise<Result<Played>> {
  const before = scene.memo(key)
  if (before === 'played' || before === 'interrupted') return ok(before)
  const playback = new Playback(scene, key)
  const typed = () => bargeIn && scene.desk.digits.length > 0
  if (!typed()) playback.start(prompts)
  const end = await until<Played | 'failed'>(scene, () => {
    if (playback.over) return playback.end?.kind === 'failed' ? 'failed' : 'played'
    return typed() ? 'interrupted' : undefined
  })
  if (end === undefined) return callGone()
  if (end === 'failed') return playback.end ? (playbackResult(playback.end) as Result<never>) : callGone() // it is a failure
  if (end === 'interrupted') playback.skip()
  scene.remember(key, end)
  return ok(end)
}
