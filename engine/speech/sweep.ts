import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Work that is this old was left by an engine that was killed. */
const LEFT_BEHIND_MS = 10 * 60_000

/** Removes the sounds that were not used for longest until the folder holds at most `maxBytes`; and what was left half done. */
export async function sweep(folder: string, maxBytes: number, now = Date.now()): Promise<void> {
  const names = await readdir(folder)
  for (const name of names.filter((name) => name.endsWith('.part') || name.endsWith('.wav'))) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > LEFT_BEHIND_MS) await rm(join(folder, name), { force: true })
  }
  const sounds = await Promise.all(
    names
      .filter((name) => name.endsWith('.sln'))
      .map(async (name) => {
        const { size, mtimeMs } = await stat(join(folder, name))
        // The 16 kHz file beside it is twice as large.
        return { base: name.slice(0, -4), bytes: size * 3, used: mtimeMs }
      }),
  )
  let total = sounds.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { base, bytes } of sounds.sort((a, b) => a.used - b.used)) {
    if (total <= maxBytes) return
    for (const ending of ['sln', 'sln16']) await rm(join(folder, `${base}.${ending}`), { force: true })
    total -= bytes
  }
}
