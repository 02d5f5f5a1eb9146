import type { Result } from '@/engine/errors'
import { plainEnglish } from './text'
import { runTool, type Tool } from './tool'
import { chooseVoice, readVoices } from './voices'

/** Text to speech: one engine, the languages it speaks. */
export interface SpeechProvider {
  readonly name: string
  /** The voice that can say `text` in a language (BCP 47), part of the cache's key; undefined when there is none. */
  voice(text: string, language: string): Promise<string | undefined>
  /** Writes a WAV file of any rate. */
  synthesize(text: string, voice: string, wavFile: string): Promise<Result<unknown>>
}

/** flite with its best voice: English, as long as it is written in English letters. */
export function flite(tool: Tool): SpeechProvider {
  return {
    name: 'flite',
    voice: async (text, language) => (/^en(-|$)/i.test(language) && plainEnglish(text) !== undefined ? 'slt' : undefined),
    // By standard input: what callers are told must not stand in the list of processes.
    synthesize: (text, voice, wavFile) => runTool(tool, ['-voice', voice, '-f', '-', '-o', wavFile], plainEnglish(text)),
  }
}

/** espeak-ng: Mandarin, and every language that no other provider speaks. */
export function espeak(tool: Tool): SpeechProvider {
  let voices: Promise<ReadonlySet<string>> | undefined
  const list = async () => {
    const listed = await runTool(tool, ['--voices'])
    // Asked again next time if it failed.
    if (!listed.ok) voices = undefined
    return readVoices(listed.ok ? listed.value.output : '')
  }
  return {
    name: 'espeak-ng',
    async voice(_text, language) {
      voices ??= list()
      return chooseVoice(language, await voices)
    },
    // `[[` would begin phonemes.
    synthesize: (text, voice, wavFile) =>
      runTool(tool, ['-v', voice, '-s', '160', '-b', '1', '-w', wavFile, '--stdin'], text.replaceAll('[[', '[ [')),
  }
}
