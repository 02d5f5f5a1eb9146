import type { Call, Utterance } from '@/engine/ports'
import { CallDesk, type Line } from './desk'
import { until } from './media/until'
import type { RuntimeParts } from './parts'

export interface LastWords {
  readonly call: Call
  readonly line: Line
  /** Resolves once the telephone server can be asked. */
  readonly reachable: Promise<void>
  readonly playbackId: string
  readonly sentences: readonly Utterance[]
  /** Longest that it may take until they were heard, should nobody tell their end. */
  readonly longestMs: number
  /** To be done before they are said. */
  readonly first?: (desk: CallDesk) => Promise<void>
}

/** Says some sentences to a caller who cannot be helped. Answers when they were heard (or cannot be), with what happened meanwhile. */
export async function lastWords(
  { clock, speech }: Pick<RuntimeParts, 'clock' | 'speech'>,
  { call, line, reachable, playbackId, sentences, longestMs, first }: LastWords,
): Promise<CallDesk> {
  const desk: CallDesk = new CallDesk(call, line, {
    now: () => clock.now(),
    digitsChanged: () => {},
    gone: () => {
      desk.gone = true
      desk.notify()
    },
  })
  desk.open()
  await reachable
  await first?.(desk)
  const said = await Promise.all(sentences.map((sentence) => speech.say(sentence)))
  const sounds = said.flatMap((sound) => (sound.ok ? [sound.value] : []))
  const heard = () => desk.playbacks.has(playbackId)
  const answered = await call.answer()
  if (answered.ok && sounds.length > 0 && !heard() && (await call.play(playbackId, sounds)).ok) {
    const latest = clock.now() + longestMs
    await until({ desk, clock, over: false }, (wakeAt) => {
      wakeAt(latest)
      return heard() || clock.now() >= latest || undefined
    })
  }
  desk.close()
  return desk
}
