import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The vault's key file, relative to the data folder. */
export const VAULT_KEY = 'vault.key'

/**
 * Reads the data folder's key; makes one (mode 0600) at the first use. Two processes may come first at once: the key
 * appears under its name complete, and whoever comes second takes the other's. Throws where the file holds no key.
 */
export function readVaultKey(dataFolder: string): Buffer {
  const file = join(dataFolder, VAULT_KEY)
  return read(file) ?? create(dataFolder, file)
}

function create(dataFolder: string, file: string): Buffer {
  mkdirSync(dataFolder, { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(draft, 0o600) // whatever the umask was
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const key = read(file)
  if (!key) throw new Error(`The vault's key ${file} disappeared while it was made.`)
  return key
}

function read(file: string): Buffer | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32)
    throw new Error(`${file} does not hold a key of 32 bytes in base64. Restore it from the backup; without it no secret can be read.`)
  return key
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
