import { type ErrorCode, fail, ok, type Result } from '@/engine/errors'
import type { Json, Prompt } from '@/engine/flow'
import type { MediaUri } from '@/engine/ports'
import type { RuntimeParts } from './parts'
import { readOut } from './read-out/read-out'
import { DOTS, isSealed, openJson } from './sealed'
import type { Values } from './values'

type Parts = Pick<RuntimeParts, 'speech' | 'sounds' | 'vault' | 'telephony'>

/** A prompt made ready: its media, and the words for the trace (a sound by its name; the code of one that is passed over). */
export interface MadePrompt {
  readonly media?: MediaUri
  readonly said: string
}

/** Values that cannot be spoken; they keep nobody from hearing the rest. */
const unspeakable: ReadonlySet<string> = new Set<ErrorCode>(['NOTHING_TO_SAY', 'VALUE_NOT_SPEAKABLE'])

/**
 * Media for a prompt list, made in parallel and in its order. What cannot be spoken is passed over where something else is
 * left to say; else it is the answer. A list of which nothing is left to say is `NOTHING_TO_SAY`.
 */
export async function makePrompts(
  parts: Parts,
  values: Values,
  language: string,
  prompts: readonly Prompt[],
): Promise<Result<readonly MadePrompt[]>> {
  const made = await Promise.all(prompts.map((prompt) => makePrompt(parts, values, language, prompt)))
  const prompted: MadePrompt[] = []
  const broken = made.find((prompt) => !prompt.ok && !unspeakable.has(prompt.error.code))
  if (broken && !broken.ok) return broken
  for (const prompt of made) {
    if (!prompt.ok) prompted.push({ said: `(${prompt.error.code})` })
    else if (prompt.value !== undefined) prompted.push(prompt.value)
  }
  if (prompted.some(({ media }) => media !== undefined)) return ok(prompted)
  const silent = made.find((prompt) => !prompt.ok)
  return silent && !silent.ok ? silent : fail('NOTHING_TO_SAY', 'None of the prompts has anything to say.')
}

async function makePrompt(
  { speech, sounds, vault, telephony }: Parts,
  values: Values,
  language: string,
  prompt: Prompt,
): Promise<Result<MadePrompt | undefined>> {
  if (prompt.kind === 'sound') {
    const found = isRecording(prompt.sound) ? recordingSound(telephony, prompt.sound) : await sounds.find(prompt.sound)
    return found.ok ? ok({ media: found.value, said: `♪ ${prompt.sound}` }) : found
  }
  const spoken = prompt.language ?? language
  const words = prompt.kind === 'text' ? values.words(prompt.text) : readValue(prompt)
  if (!words.ok) return words
  const { text, traced } = words.value
  // A variable may be empty: the other prompts are still worth saying.
  if (text.trim() === '') return ok(undefined)
  // To its end even if the caller hangs up: the next one will want it.
  const media = await speech.say({ text, language: spoken })
  return media.ok ? ok({ media: media.value, said: traced }) : media

  function readValue({ value, as, currency }: Extract<Prompt, { kind: 'value' }>): Result<{ text: string; traced: string }> {
    const found = values.evaluate(value)
    if (!found.ok) return found
    const masked = isSealed(found.value)
    const clear: Result<Json> = isSealed(found.value) ? openJson(vault, found.value) : found
    if (!clear.ok) return clear
    // Nothing yet is not something that cannot be read.
    if (clear.value === null || clear.value === '') return ok({ text: '', traced: '' })
    const text = readOut(clear.value, { as, currency, language: spoken })
    return text.ok ? ok({ text: text.value, traced: masked ? DOTS : text.value }) : text
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
