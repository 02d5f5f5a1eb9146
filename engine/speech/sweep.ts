import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes the sounds that were not used for longest until the folder holds at most `maxBytes`. */
export async function sweep(folder: string, maxBytes: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sln'))
  const sounds = await Promise.all(
    names.map(async (name) => {
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
