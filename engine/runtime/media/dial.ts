import { ok, type Result } from '@/engine/errors'
import type { Json } from '@/engine/flow'
import type { DialOptions, DialTarget, LegState } from '@/engine/ports'
import { reliably } from './reliably'
import type { Scene } from './scene'
import { until } from './until'

export interface Dialled {
  readonly end: 'answered' | 'busy' | 'no-answer' | 'failed' | 'hung-up'
  readonly talkMs: number
}

/** An end that was never told is noticed this much later. */
const CHECK_MS = 30_000

/** What is remembered on the way: that it rings, and since when they talk. */
interface Progress {
  readonly answeredAt?: number
}

/** Rings a second party and waits until both have talked. Digits pressed meanwhile were meant for that party. */
export async function dial(scene: Scene, key: string, target: DialTarget, options: DialOptions): Promise<Result<Dialled>> {
  const { desk, clock } = scene
  const done = recall(scene.memo(key))
  if (done) return ok(done)
  const legId = scene.id(key)
  let progress = recallProgress(scene.memo(key))
  const finish = (end: Dialled['end'], at: number): Result<Dialled> => {
    const result: Dialled = { end, talkMs: progress?.answeredAt === undefined ? 0 : Math.max(0, at - progress.answeredAt) }
    desk.clearDigits()
    scene.remember(key, { ...result })
    return ok(result)
  }
  const answered = (at: number) => {
    if (progress?.answeredAt !== undefined) return
    progress = { answeredAt: at }
    scene.remember(key, { ...progress })
    scene.transferred()
  }

  const begun = progress !== undefined
  if (!begun) {
    progress = {}
    scene.remember(key, {})
    const rung = await reliably(scene, () => desk.call.dial(legId, target, options))
    if (!rung.ok && rung.error.code !== 'CALL_GONE') return rung
  }
  // What the leg did while nobody watched was not told: it has to be asked.
  let ask = begun
  for (;;) {
    const check = clock.now() + CHECK_MS
    const seen = await until<LegState | 'check'>(scene, (wakeAt) => {
      const leg = desk.legs.get(legId)
      if (leg?.state === 'answered') answered(leg.at)
      if (leg && leg.state !== 'answered' && leg.state !== 'ringing') return leg.state
      if (ask || clock.now() >= check) return 'check'
      wakeAt(check)
      return undefined
    })
    const at = desk.legs.get(legId)?.at ?? clock.now()
    // The caller's hang-up ends the leg, too; which of the two is told first is chance.
    if (seen === undefined || (desk.gone && (seen === 'ended' || seen === 'check'))) {
      void desk.call.endLeg(legId)
      return finish('hung-up', clock.now())
    }
    if (seen === 'check') {
      ask = false
      const state = await reliably(scene, () => desk.call.legState(legId))
      if (state.ok && state.value !== 'none') {
        desk.legs.set(legId, { state: state.value, at: clock.now() })
        continue
      }
      if (!state.ok && state.error.code !== 'CALL_GONE') return state
      // Neither there nor told: it ended while both the server and we were elsewhere.
      return finish(progress?.answeredAt === undefined ? 'no-answer' : 'answered', clock.now())
    }
    if (seen === 'ended') return finish(progress?.answeredAt === undefined ? 'no-answer' : 'answered', at)
    if (seen === 'busy' || seen === 'no-answer' || seen === 'failed') return finish(seen, at)
  }
}

function recall(memo: Json | undefined): Dialled | undefined {
  if (typeof memo !== 'object' || memo === null || !('end' in memo)) return undefined
  return { end: memo.end as Dialled['end'], talkMs: Number(memo.talkMs) } // as `finish` stored it
}

function recallProgress(memo: Json | undefined): Progress | undefined {
  if (typeof memo !== 'object' || memo === null || 'end' in memo) return undefined
  return 'answeredAt' in memo ? { answeredAt: Number(memo.answeredAt) } : {}
}
