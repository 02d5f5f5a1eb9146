import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, utimesSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '@/engine/errors'
import type { MediaUri, Speech, Utterance } from '@/engine/ports'
import { convertSound, soundAsWav } from './convert'
import type { SpeechProvider } from './provider'
import { createQueue } from './queue'
import { sweep } from './sweep'
import type { Tool } from './tool'

/** Longest text that is spoken in one go, characters. */
const MAX_TEXT = 5000
/** Speaking is work for a processor, of which calls need the rest. */
const AT_ONCE = 2
/** New sounds between two looks at the cache's size. */
const SWEEP_EVERY = 200

export interface SpeechOptions {
  /** Absolute folder of the cache; made if it is missing. */
  readonly folder: string
  /** Asked in order; the first that speaks the language is used. */
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

  async function make(provider: SpeechProvider, text: string, language: string, base: string): Promise<Result<string>> {
    const file = `${base}.${randomBytes(4).toString('hex')}.wav`
    try {
      const spoken = await provider.synthesize(text, language, file)
      if (!spoken.ok) return spoken
      const converted = await convertSound(sox, file, base)
      if (!converted.ok) return converted
      made += 1
      if (made % SWEEP_EVERY === 0) await sweep(folder, maxBytes)
      return ok(base)
    } finally {
      await rm(file, { force: true })
    }
  }

  /** Path of the sound without its ending. */
  async function soundOf(utterance: Utterance): Promise<Result<string>> {
    const text = utterance.text.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(text)) return fail('NOTHING_TO_SAY', 'The text has nothing that can be spoken.')
    if (text.length > MAX_TEXT) return fail('SPEECH_FAILED', `The text is longer than ${MAX_TEXT} characters.`)
    const provider = providers.find(({ speaks }) => speaks(utterance.language))
    if (!provider)
      return fail('SPEECH_VOICE_MISSING', `There is no voice for the language “${utterance.language}” here.`, {
        language: utterance.language,
      })
    const voice = `${provider.name}/${provider.voice(utterance.language)}`
    const base = join(folder, createHash('sha256').update(`1\0${voice}\0${text}`).digest('hex').slice(0, 40))
    if (existsSync(`${base}.sln`)) {
      const now = new Date()
      utimesSync(`${base}.sln`, now, now)
      return ok(base)
    }
    const before = underway.get(base)
    if (before) return before
    const work = queue(() => make(provider, text, utterance.language, base)).finally(() => underway.delete(base))
    underway.set(base, work)
    return work
  }

  return {
    async say(utterance, signal) {
      signal?.throwIfAborted()
      const base = await soundOf(utterance)
      return base.ok ? ok<MediaUri>(`sound:${base.value}`) : base
    },
    async sayAsWav(utterance) {
      const base = await soundOf(utterance)
      return base.ok ? ok(await soundAsWav(base.value)) : base
    },
  }
}
