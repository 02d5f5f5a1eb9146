import type { Result } from '../errors'
import { type AsteriskInstallation, asteriskFolder } from './folder/asterisk'
import { findDebian } from './folder/debian'
import type { Progress } from './progress'

/** The Asterisk that Patchbay can start on this machine; built now if need be (20 s). Fails with `ASTERISK_UNAVAILABLE`. */
export async function prepareAsterisk(progress: Progress = () => {}): Promise<Result<AsteriskInstallation>> {
  const debian = await findDebian()
  if (!debian.ok) return debian
  return asteriskFolder(debian.value, progress)
}
