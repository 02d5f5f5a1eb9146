import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../errors'
import type { Progress } from '../progress'
import { type Debian, findDebian } from './debian'
import { ensureFolder } from './ensure'
import { exec } from './exec'
import { loaderCommand } from './libraries'
import type { Recipe } from './recipe'

/** A program to spawn: `spawn(command, [...args, 'your', 'arguments'], { env })`. */
interface Tool {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/** What text to speech needs: English, all other languages, and conversion of sound files. */
export interface SpeechTools {
  readonly flite: Tool
  readonly espeak: Tool
  readonly sox: Tool
}

const names = { flite: 'flite', espeak: 'espeak-ng', sox: 'sox' } as const

const libraries = (debian: Debian) => `usr/lib/${debian.triplet}`

/** The machine's own suite where it is Debian, for its flite is a third of the newest one's size. */
const recipe = (debian: Debian): Recipe => ({
  name: 'speech',
  suite: debian.suite ?? 'trixie',
  packages: ['flite', 'espeak-ng', 'sox'],
  needless: /^(gcc|libx11-data|libc-gconv|debconf|dbus|systemd|ucf|sensible|libicu|perl)/,
  programs: () => ['usr/bin/flite', 'usr/bin/espeak-ng', 'usr/bin/sox'],
  data: (machine) => [`${libraries(machine)}/espeak-ng-data`, 'usr/share/doc/flite/copyright', 'usr/share/doc/espeak-ng/copyright'],
  blocked: () => [],
  async finish(machine, root) {
    const { command, args } = inFolder(machine, root).espeak
    const run = await exec(command, [...args, '--version'])
    const version = /(\d+(?:\.\d+)+)/.exec(run.stdout)?.[1]
    return version ? ok(version) : fail('ASTERISK_UNAVAILABLE', `espeak-ng does not start here: ${run.stderr.trim()}`)
  },
})

/**
 * The speech tools: the machine's own where they are on the `PATH`, else Debian's in a folder (25 MB, built on first use).
 * Fails with `ASTERISK_UNAVAILABLE` where neither is possible.
 */
export async function prepareSpeechTools(progress: Progress = () => {}, path = process.env.PATH ?? ''): Promise<Result<SpeechTools>> {
  const [flite, espeak, sox] = await Promise.all([onPath(names.flite, path), onPath(names.espeak, path), onPath(names.sox, path)])
  if (flite && espeak && sox) return ok({ flite, espeak, sox })
  const debian = await findDebian()
  if (!debian.ok) return debian
  const folder = await ensureFolder(recipe(debian.value), debian.value, progress)
  if (!folder.ok) return folder
  const built = inFolder(debian.value, folder.value.root)
  return ok({ flite: flite ?? built.flite, espeak: espeak ?? built.espeak, sox: sox ?? built.sox })
}

function inFolder(debian: Debian, root: string): SpeechTools {
  const [command, ...args] = loaderCommand(debian, root)
  const tool = (name: string, ...own: string[]): Tool => ({
    command,
    args: [...args, join(root, 'usr/bin', name), ...own],
    env: process.env,
  })
  return {
    flite: tool(names.flite),
    // It looks for its data in `<path>/espeak-ng-data`.
    espeak: tool(names.espeak, `--path=${join(root, libraries(debian))}`),
    sox: tool(names.sox),
  }
}

/** The program of that name in one of the folders of `path`. */
async function onPath(name: string, path: string): Promise<Tool | undefined> {
  for (const folder of path.split(':')) {
    if (folder === '') continue
    const command = join(folder, name)
    const runs = await access(command, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runs) return { command, args: [], env: process.env }
  }
  return undefined
}
