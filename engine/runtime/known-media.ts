import { type ErrorCode, fail, type Result } from '@/engine/errors'
import type { Clock, MediaUri, Sounds, Speech } from '@/engine/ports'

/** Speech is looked for again after this long, which also keeps it from being swept out of its cache as unused. */
const SPEECH_MS = 10 * 60_000
/** A sound that was replaced in the library is heard after this long. */
const SOUND_MS = 5000
const MOST = 5000

/**
 * Media that were found a moment ago are not looked for again: asking the cache's files and the database for each prompt
 * would be heard between a digit and the next prompt. A database that cannot be read, or a voice that breaks, is an answer.
 */
export function knownMedia(
  clock: Clock,
  parts: { readonly speech: Speech; readonly sounds: Sounds },
): { readonly speech: Speech; readonly sounds: Sounds } {
  const spoken = remembered(clock, SPEECH_MS, 'SPEECH_FAILED')
  const found = remembered(clock, SOUND_MS, 'STORE_FAILED')
  return {
    speech: {
      say: (utterance, signal) => spoken(`${utterance.language} ${utterance.text}`, () => parts.speech.say(utterance, signal)),
    },
    sounds: { find: (name) => found(name, () => parts.sounds.find(name)) },
  }
}

type Find = () => Promise<Result<MediaUri>>

function remembered(clock: Clock, forMs: number, broken: ErrorCode): (key: string, find: Find) => Promise<Result<MediaUri>> {
  const known = new Map<string, { readonly media: Result<MediaUri>; readonly until: number }>()
  return async (key, find) => {
    const before = known.get(key)
    if (before && before.until > clock.now()) return before.media
    const media = await find().catch((error: unknown) => fail(broken, `This could not be looked up: ${error}`))
    known.delete(key)
    // Problems may pass: they are not kept.
    if (!media.ok) return media
    if (known.size >= MOST) {
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    }
    known.set(key, { media, until: clock.now() + forMs })
    return media
  }
}
