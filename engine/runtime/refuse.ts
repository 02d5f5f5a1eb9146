import type { ErrorCode } from '@/engine/errors'
import type { Call, IncomingCall, Utterance } from '@/engine/ports'
import type { Line } from './desk'
import type { Journal } from './journal/journal'
import { lastWords } from './last-words'
import type { RuntimeParts } from './parts'

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
  {
    code,
    sentences,
    interactionId,
  }: { readonly code: ErrorCode; readonly sentences: readonly Utterance[]; readonly interactionId: string },
): Promise<void> {
  await lastWords(parts, { call, line, reachable, sentences, playbackId: `${interactionId}:refusal`, longestMs: LONGEST_MS })
  const { callId, from, to } = incoming
  journal.of(interactionId).interaction = {
    id: interactionId,
    callId,
    fromNumber: from.number,
    fromName: from.name,
    toNumber: to,
    startedAt: incoming.at,
    endedAt: parts.clock.now(),
    outcome: 'failed',
    errorCode: code,
  }
  await journal.committed()
}
