import { readFile, readlink } from 'node:fs/promises'
import { fail, ok, type Result } from '../../errors'
import { source } from '../folder/asterisk'
import { exec } from '../folder/exec'
import { type AsteriskInstallation, asteriskVersion, moduleNames } from '../installation'
import type { Progress } from '../progress'
import { findDocker, lastError } from './engine'
import { dockerfile, ensureImage } from './image'

const BOOT_ID = '/proc/sys/kernel/random/boot_id'
const NETWORK = '/proc/self/ns/net'

/** Debian's Asterisk in an image of our own, built on first use. Fails with `ASTERISK_UNAVAILABLE`. */
export async function asteriskImage(progress: Progress): Promise<Result<AsteriskInstallation>> {
  const docker = await findDocker()
  if (!docker.ok) return docker
  const image = await ensureImage(dockerfile(source), progress)
  if (!image.ok) return image
  const look = `cat ${BOOT_ID}; readlink ${NETWORK}; asterisk -V; cd /usr/lib/*/asterisk/modules && pwd && ls`
  const run = await exec('docker', ['run', '--rm', '--pull', 'never', '--network', 'host', image.value, 'sh', '-c', look])
  if (run.code !== 0) return fail('ASTERISK_UNAVAILABLE', `Asterisk does not start in Docker: ${lastError(run)}.`)
  const [bootId = '', network = '', version = '', modulesDir = '', ...files] = run.stdout.trim().split('\n')
  // Docker Desktop's containers are in a machine of their own, a rootless Docker's in a network of their own: no call would reach them.
  if (bootId !== (await kernel()) || network !== (await readlink(NETWORK))) {
    return fail('ASTERISK_UNAVAILABLE', 'Docker runs containers on another machine or network than this one.')
  }
  return ok({
    kind: 'docker',
    image: image.value,
    command: 'asterisk',
    args: [],
    version: asteriskVersion(version) ?? '',
    modulesDir,
    modules: moduleNames(files),
    dataDir: '/usr/share/asterisk',
  })
}

/** The kernel that runs, by a number of its own; Linux alone has one. */
const kernel = async (): Promise<string> => (await readFile(BOOT_ID, 'utf8').catch(() => '')).trim()
