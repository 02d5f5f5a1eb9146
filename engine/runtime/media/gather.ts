import { ok, type Result } from '@/engine/errors'
import type { GatherRequest, GatherResult } from '@/engine/ports'
import type { Digit } from '../desk'
import { Playback } from './playback'
import type { Scene } from './scene'
import { callGone, isDue, until } from './until'

type Digits = Extract<GatherResult, { kind: 'digits' }>

/** What `until` decides on: the result and how many digits of the buffer it used up. */
type Decision = { readonly result: GatherResult; readonly used: number } | { readonly failed: Result<never> }

/**
 * Plays a prompt list and reads digits. It reads the call's digit buffer and changes it only when it is done, so after a
 * restart the same digits and deadlines lead to the same decision: nothing else has to be stored on the way.
 */
export async function gather(scene: Scene, key: string, request: GatherRequest): Promise<Result<GatherResult>> {
  const before = recall(scene, key)
  if (before) return before
  const { desk, clock } = scene
  const opened = scene.restored ? scene.enteredAt : clock.now()
  const first = `${key}.first`
  const playback = new Playback(scene, key)
  // Its first digit may be awaited already: the prompt ended before a restart.
  const heard = scene.deadline(first) !== undefined
  const skips = () => request.bargeIn && desk.digits.length > 0
  if (!heard && !skips()) playback.start(request.prompts)

  const decision = await until<Decision>(scene, (wakeAt) => {
    if (!heard) {
      if (skips()) playback.skip()
      if (!playback.over) return undefined
      if (playback.end?.kind === 'failed') return { failed: { ok: false, error: playback.end.problem } }
    }
    const taken = readDigits(desk.digits, request)
    if (taken) return taken
    const last = desk.digits.at(-1)
    const promptEnd = playback.end?.kind === 'done' ? playback.end.at : opened
    const due = last ? Math.max(last.at, promptEnd) + request.interDigitMs : firstDue(scene, first, promptEnd + request.timeoutMs)
    if (!isDue(scene, due)) {
      wakeAt(Math.max(due, clock.now() + 1))
      return undefined
    }
    if (!last) return { result: { kind: 'timeout' }, used: 0 }
    const digits = desk.digits.map(({ digit }) => digit).join('')
    return { result: { kind: 'digits', digits, ended: 'inter-digit' }, used: desk.digits.length }
  })
  if (decision === undefined) return callGone()
  if ('failed' in decision) return decision.failed
  const last = desk.digits[decision.used - 1]
  desk.takeDigits(decision.used)
  const { result } = decision
  // Many callers end a number with `#` though its last digit ended it.
  if (last && request.terminator !== '' && result.kind === 'digits' && result.ended === 'max') {
    desk.dropEndKey({ key: request.terminator, until: last.at + request.interDigitMs })
  }
  if (result.kind === 'timeout') scene.remember(key, 'timeout')
  else scene.remember(key, { ...result }, () => ({ sealed: scene.sealText(result.digits), ended: result.ended }))
  return ok(result)
}

/** The digits that complete the input, if they are there. */
function readDigits(
  digits: readonly Digit[],
  { maxDigits, terminator }: GatherRequest,
): { readonly result: Digits; readonly used: number } | undefined {
  let text = ''
  for (const { digit } of digits) {
    if (terminator !== '' && digit === terminator)
      return { result: { kind: 'digits', digits: text, ended: 'terminator' }, used: text.length + 1 }
    text += digit
    if (text.length >= maxDigits) return { result: { kind: 'digits', digits: text, ended: 'max' }, used: text.length }
  }
  return undefined
}

/** When the caller must have pressed the first digit; a row, as it counts through restarts. */
function firstDue(scene: Scene, key: string, due: number): number {
  const known = scene.deadline(key)
  if (known !== undefined) return known
  scene.setDeadline(key, due)
  return due
}

function recall(scene: Scene, key: string): Result<GatherResult> | undefined {
  const memo = scene.memo(key)
  if (memo === 'timeout') return ok({ kind: 'timeout' })
  if (typeof memo !== 'object' || memo === null || !('ended' in memo)) return undefined
  const ended = memo.ended as Digits['ended'] // the memo is our own
  if ('digits' in memo) return ok({ kind: 'digits', digits: String(memo.digits), ended })
  const digits = scene.openText(String(memo.sealed))
  return digits.ok ? ok({ kind: 'digits', digits: digits.value, ended }) : digits
}
