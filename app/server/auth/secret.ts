import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The key that login cookies are signed with: `<data>/auth.secret`, made on first use, readable by its owner only. */
export function authSecret(dataFolder: string): string {
  const file = join(dataFolder, 'auth.secret')
  const found = read(file)
  if (found) return found
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Another process made it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // what node:fs throws
  }
  const made = read(file)
  if (!made) throw new Error(`${file} is empty. Remove it and start again; everybody then has to sign in again.`)
  return made
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined // what node:fs throws
    throw error
  }
}
