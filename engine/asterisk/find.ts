import { fail, type Result } from '../errors'
import { type AsteriskInstallation, asteriskFolder } from './folder/asterisk'
import { findDebian } from './folder/debian'
import { exec } from './folder/exec'
import { findOwnAsterisk } from './own'
import type { Progress } from './progress'

/**
 * The Asterisk to start on this machine: its own if it is 18 or newer and has the modules we need (run privately, never
 * the system's service), else Debian's in a folder, built now if need be (20 s). Fails with `ASTERISK_UNAVAILABLE`, a
 * sentence that says why and one that says what to do.
 */
export async function prepareAsterisk(progress: Progress = () => {}): Promise<Result<AsteriskInstallation>> {
  const own = await findOwnAsterisk()
  if (own.ok) return own
  const debian = await findDebian()
  const folder = debian.ok ? await asteriskFolder(debian.value, progress) : debian
  if (folder.ok) return folder
  return fail('ASTERISK_UNAVAILABLE', `${folder.error.message} ${await remedy()}`)
}

/** What to do; a container is named where there is a Docker that answers. */
async function remedy(): Promise<string> {
  const docker = await exec('docker', ['version', '--format', '{{.Server.Version}}'], { timeoutMs: 3000 })
  const where =
    docker.code === 0 ? 'install Asterisk 18 or newer here, or run one in a Docker container' : 'install Asterisk 18 or newer here'
  return `For real calls ${where}, or set PATCHBAY_ASTERISK to the ARI address of one: http://user:password@host:8088/ari`
}
