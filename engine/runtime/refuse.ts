import type { ErrorCode } from '@/engine/errors'
import type { Call, IncomingCall, Utterance } from '@/engine/ports'
import { CallDesk, type Line } from './desk'
import type { Journal } from './journal/journal'
import type { RuntimeParts } from './parts'

/** Longest that a sentence may take, should nobody tell its end. */
const LONGEST_MS = 30_000

/**
 * Tells a caller who cannot be helped why, in a sentence, and hangs up. The interaction is written when it is over: a
 * restart in between says the sentence again.
 */
export async function refuse(
  parts: RuntimeParts,
  journal: Journal,
  line: Line,
  call: Call,
  incoming: IncomingCall,
  /** Resolves once the telephone server can be asked. */
  reachable: Promise<void>,
  reason: { readonly code: ErrorCode; readonly sentences: readonly Utterance[]; readonly interactionId: string },
): Promise<void> {
  const { clock } = parts
  const over = deferred()
  const playbackId = `${reason.interactionId}:refusal`
  const desk = new CallDesk(call, line, { now: () => clock.now(), digitsChanged: () => {}, gone: over.resolve })
  desk.open()
  desk.watch(() => desk.playbacks.has(playbackId) && over.resolve())
  const cancel = clock.at(clock.now() + LONGEST_MS, over.resolve)
  await reachable
  const said = await Promise.all(reason.sentences.map((sentence) => parts.speech.say(sentence)))
  const sounds = said.flatMap((sound) => (sound.ok ? [sound.value] : []))
  const answered = await call.answer()
  if (answered.ok && sounds.length > 0 && (await call.play(playbackId, sounds)).ok) await over.promise
  cancel()
  desk.close()
  const { callId, from, to } = incoming
  journal.of(reason.interactionId).interaction = {
    id: reason.interactionId,
    callId,
    fromNumber: from.number,
    fromName: from.name,
    toNumber: to,
    startedAt: incoming.at,
    endedAt: clock.now(),
    outcome: 'failed',
    errorCode: reason.code,
  }
  await journal.committed()
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
