import { join } from 'node:path'
import { prepareSpeechTools } from '@/engine/asterisk'
import { createSpeech, espeak, flite } from '@/engine/speech'
import { steps } from './menu'

/**
 * Speaks every step's text into the data folder's cache, as the engine would: it then finds the files that the others are
 * given. Paths without their ending, by step.
 */
export async function renderSounds(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const tools = await prepareSpeechTools()
  if (!tools.ok) throw new Error(tools.error.message)
  const { sox } = tools.value
  const speech = createSpeech({ folder: join(dataDir, 'speech'), providers: [flite(tools.value.flite), espeak(tools.value.espeak)], sox })
  const sounds: Record<string, string> = {}
  for (const { id, text } of steps) {
    const said = await speech.say({ text, language: 'en' })
    if (!said.ok) throw new Error(said.error.message)
    sounds[id] = said.value.replace(/^sound:/, '')
  }
  return sounds
}
