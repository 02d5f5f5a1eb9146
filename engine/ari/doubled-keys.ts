/** A key as Asterisk reports it: when (its clock, ms) and how long it was held, by the caller's phone. */
export interface KeyReport {
  readonly digit: string
  readonly at: number
  readonly durationMs: number
}

interface Key extends KeyReport {
  /** It came so soon after the one before that Asterisk has put it back and will report it again. */
  readonly putBack: 'yes' | 'perhaps' | 'no'
  /** When it is due to be reported again, if the key before it was being drawn out. */
  readonly dueAt: number
  /** It has been reported twice. */
  readonly repeated: boolean
}

/** Between two keys Asterisk wants this much silence (`AST_MIN_DTMF_GAP`), … */
const GAP_MS = 45
/** … and a key that is shorter, or whose begin came within the gap, is drawn out to this or to its length (`mindtmfduration`). */
const SHORTEST_MS = 80
/** Asterisk looks again every 20 ms. */
const LOOK_MS = 20
const SLACK_MS = 5

/**
 * Tells keys from their repeats. Asterisk (`__ast_read` in `main/channel.c`, 18 to 22) reports a key when its end arrives, and
 * if that is within the gap, or while the key before is being drawn out, puts it back, reads nothing else, and reports the
 * same key again when its time has come. So fast keys (a dialler's, or a burst after a hiccup of the network) come twice,
 * each repeat right after its key. What is put back follows from the times; where they leave it open, a second press of the
 * same key in a calm network comes later than a repeat.
 */
export class DoubledKeys {
  #last: Key | undefined

  /** Whether this report repeats the one before it. */
  repeats(report: KeyReport): boolean {
    const last = this.#last
    if (last && isRepeat(last, report)) {
      this.#last = { ...last, at: report.at, repeated: true }
      return true
    }
    this.#last = { ...report, ...place(last, report), repeated: false }
    return false
  }
}

function isRepeat(last: Key, { digit, at, durationMs }: KeyReport): boolean {
  if (last.repeated || digit !== last.digit || durationMs !== last.durationMs) return false
  const onTime = at >= last.dueAt && at < last.dueAt + LOOK_MS + SLACK_MS
  const soonerThanPressed = at - last.at < durationMs + LOOK_MS
  return last.putBack === 'yes' || (last.putBack === 'perhaps' && (onTime || soonerThanPressed))
}

/** Whether a key that follows `last` was put back. */
function place(last: Key | undefined, { at }: KeyReport): Pick<Key, 'putBack' | 'dueAt'> {
  if (!last) return { putBack: 'no', dueAt: 0 }
  const since = at - last.at
  const drawnOut = Math.max(last.durationMs, SHORTEST_MS)
  const dueAt = last.at + drawnOut + GAP_MS
  // A key that was reported again is drawn out for certain.
  if (since < (last.repeated ? drawnOut + GAP_MS : GAP_MS)) return { putBack: 'yes', dueAt }
  return { putBack: since < drawnOut + GAP_MS + 2 * LOOK_MS ? 'perhaps' : 'no', dueAt }
}
