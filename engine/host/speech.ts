import { join } from 'node:path'
import { prepareSpeechTools } from '@/engine/asterisk'
import { fail, type Result } from '@/engine/errors'
import type { Speech, Utterance } from '@/engine/ports'
import { createSpeech, espeak, flite, type SpeechService } from '@/engine/speech'

/** Speech for calls, and as WAV for pages. */
export interface HostSpeech extends Speech {
  sayAsWav(utterance: Utterance): Promise<Result<Uint8Array>>
}

/** The voices of this machine. They are looked for in the background: calls that wait for the engine must not wait for that. */
export function hostSpeech(dataFolder: string): HostSpeech {
  const service = prepareSpeechTools().then((tools): Result<SpeechService> => {
    if (!tools.ok) return fail('SPEECH_VOICE_MISSING', `There are no voices here: ${tools.error.message}`)
    const { flite: english, espeak: others, sox } = tools.value
    return { ok: true, value: createSpeech({ folder: join(dataFolder, 'speech'), providers: [flite(english), espeak(others)], sox }) }
  })
  return {
    async say(utterance, signal) {
      const speech = await service
      return speech.ok ? speech.value.say(utterance, signal) : speech
    },
    async sayAsWav(utterance) {
      const speech = await service
      return speech.ok ? speech.value.sayAsWav(utterance) : speech
    },
  }
}
