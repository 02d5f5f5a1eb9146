import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Debian } from './debian'
import { exec } from './exec'

/** Programs in `root` are started through its own loader with its own libraries, so that the machine's do not matter. */
export function loaderCommand(debian: Pick<Debian, 'loader' | 'triplet'>, root: string): [string, ...string[]] {
  const libraries = join(root, 'usr/lib', debian.triplet)
  // PulseAudio's client keeps a library in a folder of its own; espeak-ng is linked to it.
  return [join(root, debian.loader), '--inhibit-cache', '--library-path', `${libraries}:${join(libraries, 'pulseaudio')}`]
}

/** What the loader would open for some programs and modules. */
export interface Libraries {
  /** Library files inside `root`, links and their targets. */
  readonly inside: ReadonlySet<string>
  /** Libraries found nowhere, or only outside `root`: `libicuuc.so.78 (needed by …)`. */
  readonly missing: readonly string[]
}

/** Asks the loader in `root` for every library that `files` need, themselves included. */
export async function findLibraries(debian: Debian, root: string, files: readonly string[]): Promise<Libraries> {
  const [loader, ...args] = loaderCommand(debian, root)
  const inside = new Set<string>([loader, await realpath(loader)])
  const missing = new Set<string>()
  for (const file of files) {
    inside.add(file)
    const short = file.slice(root.length + 1)
    const list = await exec(loader, [...args, '--list', file])
    if (list.code !== 0) missing.add(`${short}: ${list.stderr.trim() || 'cannot be loaded'}`)
    for (const line of list.stdout.split('\n')) {
      const name = line.trim().split(' ')[0] ?? ''
      if (name === '' || name.startsWith('linux-vdso') || line.includes('statically linked')) continue
      const path = /=> (\S+)/.exec(line)?.[1] ?? name
      if (!path.startsWith(`${root}/`)) missing.add(`${name} (needed by ${short})`)
      else inside.add(path).add(await realpath(path))
    }
  }
  return { inside, missing: [...missing] }
}
