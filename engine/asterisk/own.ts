import { access, constants, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../errors'
import { exec } from './folder/exec'
import { requiredModules } from './folder/modules'
import { type AsteriskInstallation, asteriskVersion, moduleNames } from './installation'

/** ARI as we use it is complete from here on. */
const OLDEST = 18

interface Places {
  /** As the environment's `PATH`; the system's folders for daemons are searched too. */
  readonly path?: string
  /** The system's configuration, which says where its modules and sounds are. */
  readonly conf?: string
}

/** The machine's own Asterisk. Fails with `ASTERISK_UNAVAILABLE` when there is none, it is too old, or lacks modules. */
export async function findOwnAsterisk({
  path = process.env.PATH ?? '',
  conf = '/etc/asterisk/asterisk.conf',
}: Places = {}): Promise<Result<AsteriskInstallation>> {
  const command = await firstThat(
    [...path.split(':'), '/usr/sbin', '/usr/local/sbin'].filter(Boolean).map((dir) => join(dir, 'asterisk')),
    runs,
  )
  if (!command) return fail('ASTERISK_UNAVAILABLE', 'There is no Asterisk on this machine.')
  const version = asteriskVersion((await exec(command, ['-V'], { timeoutMs: 5000 })).stdout)
  if (!version || Number.parseInt(version, 10) < OLDEST) {
    return fail('ASTERISK_UNAVAILABLE', `The machine’s Asterisk (${version ?? 'of unknown version'}) is older than ${OLDEST}.`)
  }

  const places = await readPlaces(conf)
  const modulesDir = await firstThat([places.astmoddir, ...usualModules], (dir) => holds(dir, 'chan_pjsip.so'))
  const dataDir = await firstThat([places.astdatadir, '/usr/share/asterisk', '/var/lib/asterisk'], (dir) => holds(dir, 'sounds'))
  if (!modulesDir || !dataDir) return fail('ASTERISK_UNAVAILABLE', `Modules or sounds of the machine’s Asterisk ${version} were not found.`)
  const modules = moduleNames(await readdir(modulesDir))
  const missing = requiredModules.filter((name) => !modules.has(name))
  if (missing.length > 0) return fail('ASTERISK_UNAVAILABLE', `The machine’s Asterisk ${version} lacks ${missing.join(', ')}.`)
  return ok({ kind: 'own', command, args: [], version, modulesDir, modules, dataDir })
}

const usualModules = [
  '/usr/lib/x86_64-linux-gnu/asterisk/modules',
  '/usr/lib/aarch64-linux-gnu/asterisk/modules',
  '/usr/lib64/asterisk/modules',
  '/usr/lib/asterisk/modules',
  '/usr/local/lib/asterisk/modules',
]

/** `astmoddir => /usr/lib/asterisk/modules` */
async function readPlaces(conf: string): Promise<{ astmoddir?: string; astdatadir?: string }> {
  const text = await readFile(conf, 'utf8').catch(() => '')
  const read = (name: string) => new RegExp(`^\\s*${name}\\s*=>?\\s*([^;\\s]+)`, 'm').exec(text)?.[1]
  return { astmoddir: read('astmoddir'), astdatadir: read('astdatadir') }
}

async function firstThat(places: readonly (string | undefined)[], fits: (place: string) => Promise<boolean>): Promise<string | undefined> {
  for (const place of places) if (place !== undefined && (await fits(place))) return place
  return undefined
}

const holds = async (dir: string, name: string): Promise<boolean> => (await readdir(dir).catch((): string[] => [])).includes(name)

const runs = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
