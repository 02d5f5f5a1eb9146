import { randomUUID } from 'node:crypto'
import { type FakeCaller, FakeTelephony } from '@/engine/ari/fake'
import type { PracticeCall, PracticeMove, PracticeParty } from '@/engine/control/protocol'
import { fail, ok, type Result } from '@/engine/errors'
import type { Clock, DialTarget, Telephony } from '@/engine/ports'
import { readMedia } from './media'

/** A person and what belongs to their call. */
interface Practised {
  readonly ownerId: string
  readonly caller: FakeCaller
  /** When the page asked last (ms). */
  askedAt: number
}

/** A page that has not asked for so long was closed (ms): its call is hung up. A hidden tab asks once a minute. */
const ABANDONED_MS = 90_000
/** For its person's next call it counts as closed sooner: a page that is looked at asks four times a second. */
const SILENT_MS = 3000

/** A call that is over can be read until so long after it began (ms). */
const READABLE_MS = 3_600_000
/** Calls of one person at a time. */
const MOST = 3

/** Calls from a page, where there are no telephones: the flow runs as on any call, and what would be heard can be read. */
export class PracticeCalls {
  readonly telephony: Telephony
  readonly #clock: Clock
  readonly #fake: FakeTelephony
  readonly #calls = new Map<string, Practised>()

  constructor(clock: Clock, recordingsDir: string) {
    this.#clock = clock
    this.#fake = new FakeTelephony({
      clock,
      recordingsDir,
      since: clock.now(),
      durationOf: (media) => readMedia(media)?.ms,
      answerDial: () => ({ does: 'ring' }),
    })
    this.telephony = this.#fake
  }

  /** Calls a number. `PRACTICE_BUSY` when the person has too many calls on. */
  call(ownerId: string, to: string, name: string): Result<PracticeCall> {
    this.#tidy()
    const own = [...this.#calls.values()].filter((call) => call.ownerId === ownerId)
    for (const call of own) this.#endIfSilent(call, SILENT_MS)
    if (own.filter(({ caller }) => !caller.gone).length >= MOST)
      return fail('PRACTICE_BUSY', `${MOST} practice calls are on already.`, { most: MOST })
    const caller = this.#fake.incoming({ to, from: '', name, callId: `practice-${randomUUID()}` })
    const call = { ownerId, caller, askedAt: this.#clock.now() }
    this.#calls.set(caller.callId, call)
    this.#watch(call)
    return ok(this.#stateOf(caller))
  }

  /** `CALL_GONE` for a call that is not there, not one's own, or was over a while ago; of all methods. */
  state(ownerId: string, callId: string): Result<PracticeCall> {
    return this.#with(ownerId, callId, () => {})
  }

  /** What the person does, or has the other party of a transfer do. */
  move(ownerId: string, callId: string, move: PracticeMove): Result<PracticeCall> {
    return this.#with(ownerId, callId, (caller) => {
      if (move.does === 'press') caller.press(move.keys)
      else if (move.does === 'hangup') caller.hangup()
      else actFor(caller, move.move)
    })
  }

  #with(ownerId: string, callId: string, act: (caller: FakeCaller) => void): Result<PracticeCall> {
    const call = this.#calls.get(callId)
    if (call?.ownerId !== ownerId) return fail('CALL_GONE', 'The call is over.')
    call.askedAt = this.#clock.now()
    act(call.caller)
    return ok(this.#stateOf(call.caller))
  }

  #stateOf(caller: FakeCaller): PracticeCall {
    return {
      callId: caller.callId,
      answered: caller.answered,
      over: caller.gone,
      music: caller.music,
      recording: caller.recording,
      heard: caller.heard.flatMap(({ media, from, to }) => {
        const what = readMedia(media)
        return what ? [{ kind: what.kind, text: what.text, language: what.language, from, to: to ?? null }] : []
      }),
      party: partyOf(caller),
    }
  }

  /** Hangs up a call whose page has not asked for too long. */
  #endIfSilent({ caller, askedAt }: Practised, silentMs: number): void {
    if (!caller.gone && this.#clock.now() - askedAt >= silentMs) caller.hangup()
  }

  #watch(call: Practised): void {
    this.#clock.at(call.askedAt + ABANDONED_MS, () => {
      this.#endIfSilent(call, ABANDONED_MS)
      if (!call.caller.gone) this.#watch(call)
    })
  }

  /** Calls that were over long ago. */
  #tidy(): void {
    for (const [callId, { caller }] of this.#calls) {
      if (!caller.gone || this.#clock.now() - caller.incoming.at < READABLE_MS) continue
      this.#calls.delete(callId)
      this.#fake.forget(callId)
    }
  }
}

function actFor(caller: FakeCaller, move: Extract<PracticeMove, { does: 'party' }>['move']): void {
  const leg = caller.legs.findLast(({ alive }) => alive)
  if (move === 'answer') leg?.answer()
  else if (move === 'hangup') leg?.hangup()
  else leg?.refuse(move)
}

function partyOf(caller: FakeCaller): PracticeParty | null {
  const leg = caller.legs.findLast(({ alive }) => alive)
  return leg ? { called: nameOf(leg.target), state: leg.state === 'answered' ? 'answered' : 'ringing' } : null
}

function nameOf(target: DialTarget): string {
  return target.kind === 'uri' ? target.uri : target.number
}
