import { fail, ok, type Result } from '@/engine/errors'
import type { RecordOptions } from '@/engine/ports'
import type { EndedRecording } from '../desk'
import { reliably } from './reliably'
import type { Scene } from './scene'
import { callGone, until } from './until'
import { mendWav, wavDurationMs } from './wav'

/** A recording whose end was never told is asked for this much after it must have ended. */
const GRACE_MS = 5000
const HANGUP_MS = 150

export interface Recorded {
  readonly recordingId: string
  readonly durationMs: number
}

/**
 * Records the caller. Digits pressed meanwhile end it or are part of it, so none is left for the next step.
 * What was recorded when the caller hung up is kept (see `salvage`).
 */
export async function record(scene: Scene, key: string, options: RecordOptions): Promise<Result<Recorded>> {
  const recordingId = scene.id(key)
  const before = scene.memo(key)
  if (typeof before === 'number') {
    keep(scene, recordingId, before)
    return ok({ recordingId, durationMs: before })
  }
  const { desk } = scene
  if (before === undefined) {
    desk.clearDigits()
    scene.remember(key, STARTED)
  }
  const started = await begin(scene, recordingId, options)
  if (!started.ok) return started
  const durationMs = await ended(scene, recordingId, options)
  if (!durationMs.ok) return durationMs
  desk.clearDigits()
  keep(scene, recordingId, durationMs.value)
  scene.remember(key, durationMs.value)
  return ok({ recordingId, durationMs: durationMs.value })
}

/** A take is the caller's message until it is discarded, also if they hang up; one of nothing is none. */
function keep(scene: Scene, recordingId: string, durationMs: number): void {
  if (durationMs > 0) scene.recorded(recordingId, durationMs)
}

/** Deletes a take that is not wanted, once that is on disk; after a restart again. A server that refuses keeps its file. */
export async function discard(scene: Scene, key: string): Promise<void> {
  const recordingId = scene.id(key)
  scene.unrecorded(recordingId)
  const done = `${key}${DISCARDED}`
  if (scene.memo(done) === true) return
  scene.remember(done, 'unwanted')
  await scene.committed()
  await reliably(scene, () => scene.desk.call.deleteRecording(recordingId))
  scene.remember(done, true)
}

/** Ends the key of a take's memo once it is not wanted: `unwanted` until it is deleted, then true. */
const DISCARDED = '.discarded'

/** Memo of a recording that has begun. */
const STARTED = 'started'

/** Whether that memo is of a recording that has begun and not ended. */
export const isUnderWay = (memo: unknown): boolean => memo === STARTED

/**
 * What the caller has left when they hang up: a recording that was under way, whose file, if there is one, is a message like
 * any other; and a take that nobody had discarded yet, which after a restart its step may not have come to again.
 */
export function salvage(scene: Scene, keys: Iterable<readonly [string, unknown]>): void {
  for (const [key, memo] of keys) {
    const recordingId = scene.id(key)
    if (isTake(scene, key, memo)) scene.recorded(recordingId, memo)
    if (!isUnderWay(memo)) continue
    const told = scene.desk.recordings.get(recordingId)
    const file = scene.telephony.recordingFile(recordingId)
    const durationMs = told ? told.durationMs : file ? wavDurationMs(file) : 0
    if (durationMs > 0) scene.recorded(recordingId, durationMs)
    if (!told && file) mendWav(file)
  }
}

/** Whether a memo is of a finished take that is still wanted, in ms; side effects may remember numbers, too. */
function isTake(scene: Scene, key: string, memo: unknown): memo is number {
  return typeof memo === 'number' && memo > 0 && !key.startsWith('once.') && scene.memo(`${key}${DISCARDED}`) === undefined
}

/** Starts it, unless a restart finds it started. */
async function begin(scene: Scene, recordingId: string, options: RecordOptions): Promise<Result<void>> {
  const { desk } = scene
  if (desk.recordings.has(recordingId)) return ok()
  if (scene.restored) {
    const state = await reliably(scene, () => desk.call.recordingState(recordingId))
    if (!state.ok) return state
    if (state.value === 'recording') return ok()
    if (state.value === 'stored') {
      tellStored(scene, recordingId, options)
      return ok()
    }
  }
  return reliably(scene, () => desk.call.record(recordingId, options))
}

async function ended(scene: Scene, recordingId: string, { maxSeconds }: RecordOptions): Promise<Result<number>> {
  const { desk, clock } = scene
  for (;;) {
    const check = clock.now() + maxSeconds * 1000 + GRACE_MS
    const seen = await until<EndedRecording | 'check'>(scene, (wakeAt) => {
      const end = desk.recordings.get(recordingId)
      if (end) return end
      if (clock.now() >= check) return 'check'
      wakeAt(check)
      return undefined
    })
    if (seen === undefined) return callGone()
    if (seen !== 'check') {
      if (seen.result === 'done') return ok(seen.durationMs)
      // The disk took no more of it: what there is is kept.
      if (seen.durationMs > 0) scene.recorded(recordingId, seen.durationMs)
      return failedOnItsOwn(scene)
    }
    const state = await reliably(scene, () => desk.call.recordingState(recordingId))
    if (!state.ok) return state
    if (state.value === 'stored') tellStored(scene, recordingId, { maxSeconds })
    else if (state.value === 'none') return fail('RECORDING_FAILED', 'The recording was lost.')
  }
}

/** A hang-up fails a recording that has nothing in it yet, and is told right after. */
async function failedOnItsOwn(scene: Scene): Promise<Result<never>> {
  const later = scene.clock.now() + HANGUP_MS
  const waited = await until(scene, (wakeAt) => {
    wakeAt(later)
    return scene.clock.now() >= later ? true : undefined
  })
  return waited ? fail('RECORDING_FAILED', 'The caller could not be recorded.') : callGone()
}

/** Of one whose file we cannot see nobody knows the length: it is taken to be long, not to be nothing. */
function tellStored(
  { desk, telephony, clock, enteredAt }: Scene,
  recordingId: string,
  { maxSeconds }: Pick<RecordOptions, 'maxSeconds'>,
): void {
  const file = telephony.recordingFile(recordingId)
  const durationMs = file ? wavDurationMs(file) : Math.min(maxSeconds * 1000, clock.now() - enteredAt)
  desk.recordings.set(recordingId, { result: 'done', durationMs })
}
