import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import SqliteDatabase from 'better-sqlite3'
import { machineActor } from '@/app/server/auth/actor'
import type { RuntimeConfig } from '@/app/server/runtime-config'
import { record } from '@/app/server/services/audit/record'
import { fail, ok, type Result } from '@/engine/errors'
import { createPrisma } from '@/prisma/client'
import { databaseKind, sqliteFile } from '@/prisma/database'
import { applyMigrations } from '@/prisma/migrate'
import { soundInside } from './data-files'
import { keyFiles, Manifest, names } from './manifest'
import { isRunning } from './running'
import { readTar, TarError, type TarFile } from './tar'

export interface Restored {
  readonly createdAt: string
  readonly database: Manifest['database']
  /** Recordings and sounds. */
  readonly files: number
  /** Where what was there before lies now; null when there was nothing. */
  readonly before: string | null
}

/**
 * Puts a backup's database, keys and files into the data folder. Everything is read and checked beside it first; what was
 * there is kept in a folder of its own. Refused while Patchbay runs.
 */
export async function restoreBackup(config: RuntimeConfig, file: string, user: string): Promise<Result<Restored>> {
  if (await isRunning(config))
    return fail('INSTANCE_RUNNING', `Patchbay runs on ${config.dataFolder}. Stop it (Ctrl-C where it was started), then restore.`)
  const staging = join(config.dataFolder, `restore-${process.pid}`)
  await mkdir(staging, { recursive: true, mode: 0o700 })
  try {
    const staged = await unpack(config, file, staging)
    if (!staged.ok) return staged
    const { manifest, files } = staged.value
    if (manifest.database === 'sqlite') {
      const checked = await checkDatabase(join(staging, names.database))
      if (!checked.ok) return checked
    }
    const before = await exchange(config, staging, staged.value)
    const prisma = createPrisma(config.databaseUrl)
    await record(prisma, machineActor(user), { action: 'backup.restore', subject: manifest.createdAt, details: { files: files.length } })
    await prisma.$disconnect()
    return ok({ createdAt: manifest.createdAt, database: manifest.database, files: files.length, before })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

interface Staged {
  readonly manifest: Manifest
  readonly keys: readonly string[]
  /** Relative to the data folder. */
  readonly files: readonly string[]
}

async function unpack(config: RuntimeConfig, file: string, staging: string): Promise<Result<Staged>> {
  const [keys, files]: [string[], string[]] = [[], []]
  let manifest: Manifest | undefined
  let hasDatabase = false
  const archive = createReadStream(file)
  try {
    // `pipe`, not `pipeline`: what breaks is thrown to whoever reads, and the file is closed below.
    const plain = archive.on('error', (error) => plain.destroy(error)).pipe(createGunzip())
    for await (const entry of readTar(plain)) {
      if (!manifest) {
        const read = await readManifest(entry)
        if (!read.ok) return read
        manifest = read.value
        const here = databaseKind(config.databaseUrl)
        if (manifest.database !== here) return invalid(`it is of an installation on ${manifest.database}; this one is on ${here}`)
        continue
      }
      const key = keyFiles.find((name) => name === entry.name)
      const path = entry.name.startsWith(names.files) ? soundInside(config.dataFolder, entry.name.slice(names.files.length)) : undefined
      if (key) keys.push(key)
      else if (entry.name === names.database) hasDatabase = true
      else if (path) files.push(path)
      else return invalid(`it holds "${entry.name}", which does not belong into one`)
      await unpackTo(join(staging, path === undefined ? entry.name : join('files', path)), entry)
    }
  } catch (error) {
    if (isMissing(error)) return fail('FILE_UNUSABLE', `There is no file ${file}.`, { reason: 'missing' })
    if (isDamage(error)) return invalid(error.message)
    throw error
  } finally {
    archive.destroy()
  }
  if (!manifest) return invalid('it is empty')
  if (manifest.database === 'sqlite' && !hasDatabase) return invalid('it holds no database')
  return ok({ manifest, keys, files })
}

async function readManifest(entry: TarFile): Promise<Result<Manifest>> {
  if (entry.name !== names.manifest || entry.size > 10_000) return invalid('it does not begin with a manifest')
  let text = ''
  for await (const chunk of entry.content) text += new TextDecoder().decode(chunk)
  try {
    return ok(Manifest.parse(JSON.parse(text)))
  } catch {
    return invalid('it was written by another version, or is none at all')
  }
}

async function unpackTo(path: string, entry: TarFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(entry.content, createWriteStream(path, { mode: 0o600 }))
}

/** Sound, and brought up to this version. */
async function checkDatabase(file: string): Promise<Result<void>> {
  try {
    const db = new SqliteDatabase(file, { fileMustExist: true })
    const found = db.pragma('quick_check', { simple: true })
    db.close()
    if (found !== 'ok') return invalid(`its database is damaged: ${String(found)}`)
  } catch (error) {
    return invalid(`its database cannot be opened: ${error instanceof Error ? error.message : String(error)}`)
  }
  const migrated = await applyMigrations(`file:${file}`)
  if (!migrated.ok) return migrated
  // One file again, without a journal beside it.
  const db = new SqliteDatabase(file)
  db.pragma('journal_mode = DELETE')
  db.close()
  return ok()
}

/** Moves what is there aside and what was unpacked into its place; the folder with the former, if there was anything. */
async function exchange(config: RuntimeConfig, staging: string, { manifest, keys, files }: Staged): Promise<string | null> {
  const { dataFolder } = config
  const before = join(dataFolder, `before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
  let kept = false
  const aside = async (path: string, name: string) => {
    if (!(await stat(path).catch(() => undefined))) return
    kept = true
    await move(path, join(before, name))
  }
  if (manifest.database === 'sqlite') {
    const target = resolve(sqliteFile(config.databaseUrl))
    for (const ending of ['', '-wal', '-shm']) await aside(`${target}${ending}`, `${names.database}${ending}`)
    await move(join(staging, names.database), target)
  }
  for (const key of keys) {
    await aside(join(dataFolder, key), key)
    await move(join(staging, key), join(dataFolder, key))
  }
  for (const file of files) {
    await aside(join(dataFolder, file), join('files', file))
    await move(join(staging, 'files', file), join(dataFolder, file))
  }
  return kept ? before : null
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await rename(from, to)
  } catch (error) {
    // Onto another disk.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await copyFile(from, to)
    await rm(from)
  }
}

function invalid(reason: string): Result<never> {
  return fail('BACKUP_INVALID', `This is not a backup that can be restored: ${reason}.`, { reason })
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')
}

function isDamage(error: unknown): error is Error {
  return error instanceof TarError || (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))
}
