import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import SqliteDatabase from 'better-sqlite3'
import type { RuntimeConfig } from '@/app/server/runtime-config'
import { storeProblem } from '@/app/server/store-problem'
import { fail, ok, type Result } from '@/engine/errors'
import { createPrisma } from '@/prisma/client'
import { databaseKind, sqliteFile } from '@/prisma/database'
import { dataFiles, type FileRows } from './data-files'
import { keyFiles, type Manifest, names } from './manifest'
import { type TarEntry, writeTar } from './tar'

export interface BackupMade {
  readonly file: string
  readonly bytes: number
  readonly database: Manifest['database']
  /** Recordings and sounds. */
  readonly files: number
}

/**
 * Writes database, keys, recordings and sounds into one archive (tar.gz), also while Patchbay runs. The file holds secrets:
 * only its owner can read it. Nothing is left behind when it fails.
 */
export async function createBackup(config: RuntimeConfig, file: string): Promise<Result<BackupMade>> {
  const snapshot = join(config.dataFolder, `backup-${process.pid}.sqlite`)
  const part = `${file}.part`
  const database = databaseKind(config.databaseUrl)
  try {
    const rows = database === 'sqlite' ? await copySqlite(sqliteFile(config.databaseUrl), snapshot) : await postgresRows(config.databaseUrl)
    const files = dataFiles(config.dataFolder, rows)
    const counted = { files: 0 }
    const entries = backupEntries(config.dataFolder, database, snapshot, files, counted)
    await pipeline(Readable.from(writeTar(entries)), createGzip(), createWriteStream(part, { mode: 0o600 }))
    await rename(part, file)
    return ok({ file, bytes: (await stat(file)).size, database, files: counted.files })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const known = storeProblem(error)
    return known ? { ok: false, error: known } : fail('FILE_UNUSABLE', `The backup could not be written: ${reason}`, { reason })
  } finally {
    for (const left of [part, snapshot, `${snapshot}-wal`, `${snapshot}-shm`]) await rm(left, { force: true })
  }
}

/** A consistent copy, whatever is written meanwhile; and the rows that name files. */
async function copySqlite(source: string, target: string): Promise<FileRows> {
  const db = new SqliteDatabase(source, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    // In one step: a copy in several begins anew after each write of the engine.
    await db.backup(target, { progress: ({ totalPages }) => Math.max(totalPages, 1) })
  } finally {
    db.close()
  }
  const copy = new SqliteDatabase(target, { readonly: true })
  try {
    const rows = (table: 'Recording' | 'Sound') => copy.prepare<[], { file: string }>(`SELECT file FROM "${table}"`).all()
    return { recordings: rows('Recording'), sounds: rows('Sound') }
  } finally {
    copy.close()
  }
}

async function postgresRows(url: string): Promise<FileRows> {
  const prisma = createPrisma(url)
  try {
    const select = { file: true }
    return { recordings: await prisma.recording.findMany({ select }), sounds: await prisma.sound.findMany({ select }) }
  } finally {
    await prisma.$disconnect()
  }
}

async function* backupEntries(
  dataFolder: string,
  database: Manifest['database'],
  snapshot: string,
  files: readonly string[],
  counted: { files: number },
): AsyncIterable<TarEntry> {
  const manifest: Manifest = { product: 'patchbay', format: 1, createdAt: new Date().toISOString(), database }
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  yield { name: names.manifest, size: text.byteLength, modified: Date.now() / 1000, content: [text] }
  const entry = async (name: string, path: string): Promise<TarEntry | undefined> => {
    const found = await stat(path).catch(absent)
    if (!found?.isFile()) return undefined
    // Read when its turn comes, and no more than it has now: a recording may still grow.
    const content = found.size === 0 ? [] : createReadStream(path, { end: found.size - 1 })
    return { name, size: found.size, modified: found.mtimeMs / 1000, content }
  }
  const wanted = [
    ...(database === 'sqlite' ? [[names.database, snapshot] as const] : []),
    ...keyFiles.map((key) => [key, join(dataFolder, key)] as const),
    ...files.map((file) => [`${names.files}${file}`, join(dataFolder, file)] as const),
  ]
  for (const [name, path] of wanted) {
    const found = await entry(name, path)
    if (!found) continue
    if (name.startsWith(names.files)) counted.files += 1
    yield found
  }
}

/** A recording that was deleted by hand is not there to be kept; every other trouble is told. */
function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
