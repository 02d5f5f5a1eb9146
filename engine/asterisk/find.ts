import { z } from 'zod'
import { fail, type Result } from '../errors'
import { asteriskImage } from './docker/asterisk'
import { asteriskFolder } from './folder/asterisk'
import { findDebian } from './folder/debian'
import type { AsteriskInstallation } from './installation'
import { findOwnAsterisk } from './own'
import type { Progress } from './progress'

/** The machine's own Asterisk, Debian's in a folder, Debian's in a container; or the first of them that can be had. */
export const AsteriskWay = z.enum(['auto', 'own', 'folder', 'docker'])
export type AsteriskWay = z.infer<typeof AsteriskWay>

/**
 * The Asterisk to start on this machine: its own if it is 18 or newer and has the modules we need (run privately, never
 * the system's service), else Debian's in a folder, built now if need be (20 s), else the same in a container where
 * Docker answers, or only by the `way` asked for. Fails with `ASTERISK_UNAVAILABLE`, why, and what to do.
 */
export async function prepareAsterisk(progress: Progress = () => {}, way: AsteriskWay = 'auto'): Promise<Result<AsteriskInstallation>> {
  const reasons: string[] = []
  for (const [name, find] of Object.entries(ways)) {
    if (way !== 'auto' && way !== name) continue
    const found = await find(progress)
    if (found.ok) return found
    reasons.push(found.error.message)
  }
  return fail('ASTERISK_UNAVAILABLE', `${reasons.join(' ')} ${remedy}`)
}

/** In the order in which they are tried. */
const ways: Record<Exclude<AsteriskWay, 'auto'>, (progress: Progress) => Promise<Result<AsteriskInstallation>>> = {
  own: () => findOwnAsterisk(),
  folder: async (progress) => {
    const debian = await findDebian()
    return debian.ok ? asteriskFolder(debian.value, progress) : debian
  },
  docker: asteriskImage,
}

const remedy =
  'For real calls install Asterisk 18 or newer here, or Docker, or set PATCHBAY_ASTERISK to the ARI address of an Asterisk: http://user:password@host:8088/ari'
