import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../errors'
import { checkSettings } from './config/check'
import { extensionsConf } from './config/dialplan'
import { asteriskDirs } from './config/dirs'
import { pjsipConf } from './config/pjsip'
import type { AsteriskSettings } from './config/settings'

/**
 * Writes anew what depends on phones, trunk and trusted networks, for an Asterisk that runs; it takes it over once it is
 * told to read these files again. `INPUT_INVALID` for a setting that cannot stand in them.
 */
export async function reconfigureAsterisk(settings: AsteriskSettings): Promise<Result<void>> {
  const checked = checkSettings(settings)
  if (!checked.ok) return checked
  const { etc } = asteriskDirs(settings.dataDir)
  const files = { 'pjsip.conf': pjsipConf(settings), 'extensions.conf': extensionsConf(settings) }
  for (const [name, text] of Object.entries(files)) {
    const path = join(etc, name)
    await writeFile(`${path}.new`, text, { mode: 0o600 })
    await rename(`${path}.new`, path)
  }
  return ok()
}
