import { readFile, rename, rm, stat } from 'node:fs/promises'
import { ok, type Result } from '@/engine/errors'
import { runTool, type Tool } from './tool'
import { wav } from './wav'

/** Asterisk takes the file that suits the channel best: raw 16-bit mono at 8 and at 16 kHz. */
const rates = [
  [8000, 'sln'],
  [16_000, 'sln16'],
] as const

/**
 * Turns a sound file into what Asterisk plays, `<base>.sln` and `<base>.sln16`: one loudness, silence at both ends cut so
 * that callers do not wait for it. Returns the length in ms. The files appear whole or not at all.
 */
export async function convertSound(sox: Tool, file: string, base: string, fileType?: string): Promise<Result<number>> {
  const trim = ['silence', '1', '0.01', '0.3%', 'reverse', 'silence', '1', '0.01', '0.3%', 'reverse', 'pad', '0', '0.08']
  for (const [rate, ending] of rates) {
    const part = `${base}.${ending}.part`
    const raw = ['-t', 'raw', '-e', 'signed-integer', '-b', '16', '-c', '1', '-r', String(rate), part]
    const done = await runTool(sox, ['-G', ...(fileType ? ['-t', fileType] : []), file, ...raw, 'norm', '-3', ...trim])
    if (!done.ok) {
      await rm(part, { force: true })
      return done
    }
  }
  // The 8 kHz file last: it is the one that is looked for.
  for (const [, ending] of [...rates].reverse()) await rename(`${base}.${ending}.part`, `${base}.${ending}`)
  return ok(await lengthOf(base))
}

/** Length of a converted sound in ms. */
export async function lengthOf(base: string): Promise<number> {
  return Math.round((await stat(`${base}.sln`)).size / 16)
}

/** A converted sound as WAV, for browsers. */
export async function soundAsWav(base: string): Promise<Uint8Array<ArrayBuffer>> {
  return wav(await readFile(`${base}.sln16`), 16_000)
}
