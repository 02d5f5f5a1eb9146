import { ok, type Result } from '@/engine/errors'
import type { Sounds, Speech, Utterance } from '@/engine/ports'
import { fileMs, mediaOf, spokenMs } from './media'

/** Speaks, as WAV of 16 bits mono. */
interface Voices {
  sayAsWav(utterance: Utterance): Promise<Result<Uint8Array>>
}

/** Speech for practice calls: the words, lasting as long as a voice of this machine takes; by their length where it has none. */
export function practiceSpeech(voices: Voices): Speech {
  return {
    async say({ text, language }) {
      const spoken = await voices.sayAsWav({ text, language })
      // What cannot be spoken at all is the analyst's to know here, too; a missing voice is not: the words are read.
      if (!spoken.ok && spoken.error.code === 'NOTHING_TO_SAY') return spoken
      return ok(mediaOf({ kind: 'speech', text, language, ms: spoken.ok ? wavMs(spoken.value) : spokenMs(text) }))
    },
  }
}

/** The library's sounds for practice calls; one that is missing is missing here, too. */
export function practiceSounds(library: Sounds): Sounds {
  return {
    async find(name) {
      const found = await library.find(name)
      return found.ok ? ok(mediaOf({ kind: 'sound', text: name, language: '', ms: fileMs(found.value) ?? 0 })) : found
    },
  }
}

/** The rate stands at byte 24, the samples begin at 44 (RIFF/WAVE, PCM). */
function wavMs(wav: Uint8Array): number {
  const rate = new DataView(wav.buffer, wav.byteOffset, wav.byteLength).getUint32(24, true)
  return Math.round((wav.byteLength - 44) / (rate * 2 * 0.001))
}
