import { fail, ok, type Result } from '@/engine/errors'
import type { Json, Prompt } from '@/engine/flow'
import type { MediaUri } from '@/engine/ports'
import type { RuntimeParts } from './parts'
import { readOut } from './read-out/read-out'
import { isSealed, openJson } from './sealed'
import type { Values } from './values'

type Parts = Pick<RuntimeParts, 'speech' | 'sounds' | 'vault' | 'telephony'>

/** Media for a prompt list, made in parallel and in its order. A list of which nothing is left to say is `NOTHING_TO_SAY`. */
export async function promptSounds(
  parts: Parts,
  values: Values,
  language: string,
  prompts: readonly Prompt[],
): Promise<Result<readonly MediaUri[]>> {
  const made = await Promise.all(prompts.map((prompt) => promptSound(parts, values, language, prompt)))
  const sounds: MediaUri[] = []
  for (const sound of made) {
    if (!sound.ok) return sound
    if (sound.value !== undefined) sounds.push(sound.value)
  }
  return sounds.length > 0 ? ok(sounds) : fail('NOTHING_TO_SAY', 'None of the prompts has anything to say.')
}

async function promptSound(
  { speech, sounds, vault, telephony }: Parts,
  values: Values,
  language: string,
  prompt: Prompt,
): Promise<Result<MediaUri | undefined>> {
  if (prompt.kind === 'sound') return isRecording(prompt.sound) ? recordingSound(telephony, prompt.sound) : sounds.find(prompt.sound)
  const spoken = prompt.language ?? language
  const text = prompt.kind === 'text' ? values.render(prompt.text) : readValue(prompt)
  if (!text.ok) return text
  // A variable may be empty: the other prompts are still worth saying.
  if (text.value.trim() === '') return ok(undefined)
  // To its end even if the caller hangs up: the next one will want it.
  return speech.say({ text: text.value, language: spoken })

  function readValue({ value, as, currency }: Extract<Prompt, { kind: 'value' }>): Result<string> {
    const found = values.evaluate(value)
    if (!found.ok) return found
    const clear: Result<Json> = isSealed(found.value) ? openJson(vault, found.value) : found
    return clear.ok ? readOut(clear.value, { as, currency, language: spoken }) : clear
  }
}

const RECORDING = 'recording:'

/** `recording:<id>` is what this caller has just recorded, played back. */
function isRecording(sound: string): boolean {
  return sound.startsWith(RECORDING)
}

function recordingSound(telephony: Parts['telephony'], sound: string): Result<MediaUri> {
  const file = telephony.recordingFile(sound.slice(RECORDING.length))
  return file ? ok(`sound:${file.replace(/\.wav$/, '')}`) : fail('SOUND_MISSING', 'The recording is no longer there.')
}
