import type { Result } from '@/engine/errors'
import { runTool, type Tool } from './tool'

/** Text to speech: one engine, the languages it speaks. */
export interface SpeechProvider {
  readonly name: string
  /** Changes when the same text would sound different; part of the cache's key. */
  readonly voice: (language: string) => string
  /** Whether it speaks a language (BCP 47). */
  readonly speaks: (language: string) => boolean
  /** Writes a WAV file of any rate. */
  synthesize(text: string, language: string, wavFile: string, signal?: AbortSignal): Promise<Result<void>>
}

const primary = (language: string) => language.toLowerCase().split('-')[0] ?? ''

/** flite with its best voice: English. */
export function flite(tool: Tool): SpeechProvider {
  return {
    name: 'flite',
    voice: () => 'slt',
    speaks: (language) => primary(language) === 'en',
    synthesize: (text, _language, wavFile, signal) => runTool(tool, ['-voice', 'slt', '-o', wavFile, '-t', text], undefined, signal),
  }
}

/** Mandarin in espeak-ng 1.51: plain `cmn` speaks the tone numbers aloud. */
const espeakVoices: Readonly<Record<string, string>> = { zh: 'cmn-latn-pinyin', cmn: 'cmn-latn-pinyin', yue: 'yue' }

/** espeak-ng: Mandarin, and every language that no other provider speaks. */
export function espeak(tool: Tool): SpeechProvider {
  const voice = (language: string) => espeakVoices[primary(language)] ?? primary(language)
  return {
    name: 'espeak-ng',
    voice,
    speaks: () => true,
    synthesize: (text, language, wavFile, signal) =>
      runTool(tool, ['-v', voice(language), '-s', '160', '-b', '1', '-w', wavFile, '--stdin'], text, signal),
  }
}
