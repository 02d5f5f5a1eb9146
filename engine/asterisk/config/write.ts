import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AsteriskDirs } from './dirs'

/** Makes Asterisk's folders and puts `files` (and nothing else) into its `etc`, readable by us alone; true if anything changed. */
export async function writeConfig(dirs: AsteriskDirs, files: Readonly<Record<string, string>>): Promise<boolean> {
  await mkdir(dirs.home, { recursive: true, mode: 0o700 })
  await chmod(dirs.home, 0o700)
  for (const dir of Object.values(dirs)) await mkdir(dir, { recursive: true, mode: 0o700 })
  let changed = false
  for (const name of await readdir(dirs.etc)) {
    if (name in files) continue
    await rm(join(dirs.etc, name), { recursive: true })
    changed = true
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(dirs.etc, name)
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    await writeFile(`${path}.new`, text, { mode: 0o600 })
    await rename(`${path}.new`, path)
    changed = true
  }
  return changed
}
