import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '@/engine/errors'
import type { MediaUri, Speech, Utterance } from '@/engine/ports'
import { convertSound, isConverted, soundAsWav } from './convert'
import type { SpeechProvider } from './provider'
import { createQueue } from './queue'
import { sweep } from './sweep'
import { isSpeakable, spokenText } from './text'
import type { Tool } from './tool'

/** Longest text that is spoken in one go, characters. */
const MAX_TEXT = 5000
/** Speaking is work for a processor, of which calls need the rest. */
const AT_ONCE = 2
/** New sounds between two looks at the cache's size. */
const SWEEP_EVERY = 200
/** Part of the key: changes when the same words come to sound different. */
const EDITION = 2

export interface SpeechOptions {
  /** Absolute folder of the cache; made if it is missing. */
  readonly folder: string
  /** Asked in order; the first that can say it is used. */
  readonly providers: readonly SpeechProvider[]
  readonly sox: Tool
  /** Bytes the cache may hold before the longest unused sounds go; default 1 GB. */
  readonly maxBytes?: number
}

/** Speech for calls, and as WAV for pages. */
export interface SpeechService extends Speech {
  sayAsWav(utterance: Utterance): Promise<Result<Uint8Array<ArrayBuffer>>>
}

/** Text to speech with a cache by content: the same text in the same voice is spoken once. */
export function createSpeech({ folder, providers, sox, maxBytes = 1024 ** 3 }: SpeechOptions): SpeechService {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const queue = createQueue(AT_ONCE)
  const underway = new Map<string, Promise<Result<string>>>()
  let made = 0
  // What an engine that was killed left behind.
  const tidied = sweep(folder, maxBytes).catch(() => {})

  async function make(provider: SpeechProvider, text: string, voice: string, base: string): Promise<Result<string>> {
    const file = `${base}.${randomBytes(4).toString('hex')}.wav`
    try {
      const spoken = await provider.synthesize(text, voice, file)
      if (!spoken.ok) return spoken
      const converted = await convertSound(sox, file, base)
      if (!converted.ok) return converted
      made += 1
      if (made % SWEEP_EVERY === 0) await sweep(folder, maxBytes)
      return ok(base)
    } catch (error) {
      return diskFault(error)
    } finally {
      await rm(file, { force: true }).catch(() => {})
    }
  }

  /** Path of the sound without its ending. */
  async function soundOf(utterance: Utterance): Promise<Result<string>> {
    const text = spokenText(utterance.text)
    if (!isSpeakable(text)) return fail('NOTHING_TO_SAY', 'The text has nothing that can be spoken.')
    if (text.length > MAX_TEXT) return fail('SPEECH_FAILED', `The text is longer than ${MAX_TEXT} characters.`)
    const chosen = await chooseProvider(providers, text, utterance.language)
    if (!chosen.ok) return chosen
    const { provider, voice } = chosen.value
    const key = `${EDITION}\0${provider.name}/${voice}\0${text}`
    const base = join(folder, createHash('sha256').update(key).digest('hex').slice(0, 40))
    if (await isConverted(base)) {
      // When it was used last, for the sweep; a call does not wait for that.
      const now = new Date()
      void utimes(`${base}.sln`, now, now).catch(() => {})
      return ok(base)
    }
    const before = underway.get(base)
    if (before) return before
    const work = queue(async () => {
      await tidied
      return make(provider, text, voice, base)
    }).finally(() => underway.delete(base))
    underway.set(base, work)
    return work
  }

  return {
    async say(utterance, signal) {
      const base = await soundOf(utterance)
      if (signal?.aborted) return fail('SPEECH_FAILED', 'Nobody waits for the sentence any more.')
      return base.ok ? ok<MediaUri>(`sound:${base.value}`) : base
    },
    async sayAsWav(utterance) {
      const base = await soundOf(utterance)
      if (!base.ok) return base
      try {
        return ok(await soundAsWav(base.value))
      } catch (error) {
        return diskFault(error)
      }
    },
  }
}

async function chooseProvider(
  providers: readonly SpeechProvider[],
  text: string,
  language: string,
): Promise<Result<{ readonly provider: SpeechProvider; readonly voice: string }>> {
  for (const provider of providers) {
    const voice = await provider.voice(text, language)
    if (voice !== undefined) return ok({ provider, voice })
  }
  return fail('SPEECH_VOICE_MISSING', `There is no voice for the language “${language}” here.`, { language })
}

function diskFault(error: unknown): Result<never> {
  return fail('SPEECH_FAILED', `The sound could not be stored (${error instanceof Error ? error.message : String(error)}).`)
}
