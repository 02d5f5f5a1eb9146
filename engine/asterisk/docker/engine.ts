import { stripVTControlCharacters } from 'node:util'
import { fail, ok, type Result } from '../../errors'
import { type Ended, exec } from '../folder/exec'

/** Time for a Docker that is started by the first question. */
const PATIENCE_MS = 10_000

/** Whether a Docker engine answers that we may use. Fails with `ASTERISK_UNAVAILABLE` and why not. */
export async function findDocker(): Promise<Result<void>> {
  const asked = await exec('docker', ['version', '--format', '{{.Server.Version}}'], { timeoutMs: PATIENCE_MS })
  if (asked.code === 0) return ok()
  if (asked.code === 127) return fail('ASTERISK_UNAVAILABLE', 'There is no Docker on this machine.')
  return fail('ASTERISK_UNAVAILABLE', `Docker does not answer: ${lastError(asked)}.`)
}

/** The line that says why: apt's own words where a build failed in it, else the last one. */
export function lastError({ stdout, stderr }: Pick<Ended, 'stdout' | 'stderr'>): string {
  const lines = stripVTControlCharacters(`${stdout}\n${stderr}`)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const reason = lines.find((line) => /(^|\s)E: /.test(line)) ?? lines.at(-1) ?? 'no reason given'
  return reason
    .replace(/^.*?(^|\s)E: /, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.?!]+$/, '')
}
