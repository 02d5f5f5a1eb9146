import type { Problem } from '@/engine/errors'
import type { Call, Clock, Utterance } from '@/engine/ports'
import type { MemoRow, StoredSession } from '@/engine/store'
import type { CallDesk, Line } from './desk'
import type { Journal } from './journal/journal'
import { lastWords } from './last-words'
import { isUnderWay } from './media/record'
import { until } from './media/until'
import type { RuntimeParts } from './parts'
import { recordingRow } from './recording-row'

/** What was playing when the engine ended is heard first. */
const LONGEST_MS = 120_000
/** The end of a talk that was never told is noticed this much later. */
const CHECK_MS = 30_000

export interface GivenUp {
  readonly stored: StoredSession
  readonly call: Call
  readonly line: Line
  /** Resolves once the telephone server can be asked. */
  readonly reachable: Promise<void>
  readonly problem: Problem
  readonly sentences: readonly Utterance[]
}

/**
 * Ends the call of a session that cannot be brought back: a message that is being left is kept, two who talk are let talk,
 * then the caller hears an apology. Its end is written when that is over: a restart in between begins again.
 */
export async function giveUp(parts: RuntimeParts, journal: Journal, { stored, problem, ...words }: GivenUp): Promise<void> {
  const { call } = words
  const { session, interaction, memos, deadlines, openStep } = stored
  const { clock } = parts
  const work = memos.map((memo) => ({ id: `${session.id}:${memo.visit}:${memo.key}`, records: isUnderWay(contentOf(memo)) }))
  const first = async (desk: CallDesk) => {
    for (const { id, records } of work) await (records ? call.stopRecording(id) : talkOver(desk, clock, id))
  }
  const desk = await lastWords(parts, { ...words, playbackId: `${session.id}:sorry`, longestMs: LONGEST_MS, first })

  const endedAt = clock.now()
  const pending = journal.of(session.id)
  if (openStep) {
    const { code, message } = problem
    pending.step(openStep.visit, () => ({ ...openStep, leftAt: endedAt, outcome: 'error', errorCode: code, errorMessage: message }))
    pending.leave(openStep.visit, memos.length + deadlines.length)
    const where = { interactionId: interaction.id, sessionId: session.id, nodePath: openStep.path }
    for (const { id, records } of work) {
      const ms = desk.recordings.get(id)?.durationMs ?? 0
      if (records && ms > 0) pending.recordings.set(id, recordingRow(parts, id, ms, where))
    }
  }
  pending.session = () => ({ ...session, status: 'ended', snapshot: '', endedAt })
  pending.interaction = { ...interaction, endedAt, outcome: 'failed', errorCode: problem.code }
  await journal.committed()
}

/** Waits until a talk is over; a party who is still rung is let go. Fine where there is none by that id. */
async function talkOver(desk: CallDesk, clock: Clock, legId: string): Promise<void> {
  const ended = () => {
    const state = desk.legs.get(legId)?.state
    return state !== undefined && state !== 'ringing' && state !== 'answered'
  }
  while (!desk.gone && !ended()) {
    const state = await desk.call.legState(legId)
    if (state.ok && state.value === 'ringing') await desk.call.endLeg(legId)
    if (state.ok && state.value !== 'answered') return
    const check = clock.now() + CHECK_MS
    await until({ desk, clock, over: false }, (wakeAt) => {
      wakeAt(check)
      return ended() || clock.now() >= check || undefined
    })
  }
}

function contentOf({ value }: MemoRow): unknown {
  try {
    return JSON.parse(value)
  } catch {
    // It may be the very thing that cannot be read.
    return undefined
  }
}
