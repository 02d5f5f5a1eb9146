import { readFile, rename, rm, stat } from 'node:fs/promises'
import { fail, ok, type Result } from '@/engine/errors'
import { runTool, type Tool } from './tool'
import { wav } from './wav'

/** Asterisk takes the file that suits the channel best: raw 16-bit mono at 8 and at 16 kHz. */
const rates = [
  [8000, 'sln'],
  [16_000, 'sln16'],
] as const

/** Silence at both ends cut, so that callers do not wait for it; a short breath stays at the end. */
const trim = ['silence', '1', '0.01', '0.3%', 'reverse', 'silence', '1', '0.01', '0.3%', 'reverse', 'pad', '0', '0.08']
/** Root mean square of speech, dB below full scale: every voice is as loud as the others. */
const LOUDNESS_DB = -17
const MAX_GAIN_DB = 30

/**
 * Turns a sound file into what Asterisk plays, `<base>.sln` and `<base>.sln16`: one loudness, without silence around it.
 * The files appear whole or not at all.
 */
export async function convertSound(sox: Tool, file: string, base: string): Promise<Result<void>> {
  const heard = await runTool(sox, [file, '-n', ...trim, 'stats'])
  if (!heard.ok) return heard
  const level = Number(/^RMS lev dB\s+(-?[\d.]+)/m.exec(heard.value.complaints)?.[1] ?? Number.NaN)
  if (Number.isNaN(level)) return fail('SPEECH_FAILED', 'The speech program wrote nothing but silence.')
  const gain = Math.min(MAX_GAIN_DB, Math.max(-MAX_GAIN_DB, LOUDNESS_DB - level)).toFixed(2)
  for (const [rate, ending] of rates) {
    const part = `${base}.${ending}.part`
    const raw = ['-t', 'raw', '-e', 'signed-integer', '-b', '16', '-c', '1', '-r', String(rate), part]
    // `-l`: peaks are pressed, not cut.
    const done = await runTool(sox, [file, ...raw, ...trim, 'gain', '-l', gain])
    if (done.ok) continue
    await removeParts(base)
    return done
  }
  // The 8 kHz file last: it is the one that is looked for.
  for (const [, ending] of [...rates].reverse()) await rename(`${base}.${ending}.part`, `${base}.${ending}`)
  return ok()
}

async function removeParts(base: string): Promise<void> {
  for (const [, ending] of rates) await rm(`${base}.${ending}.part`, { force: true })
}

/** Whether a sound was converted to there. */
export async function isConverted(base: string): Promise<boolean> {
  return stat(`${base}.sln`).then(
    () => true,
    () => false,
  )
}

/** A converted sound as WAV, for browsers. */
export async function soundAsWav(base: string): Promise<Uint8Array<ArrayBuffer>> {
  return wav(await readFile(`${base}.sln16`), 16_000)
}
