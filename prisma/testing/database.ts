import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrisma, type Database } from '../client'
import { applyMigrations } from '../migrate'

/** A migrated database of a test's own. */
export interface TestDatabase {
  readonly url: string
  readonly prisma: Database
  /** Absolute path of an empty data folder; a SQLite database lies in it. */
  readonly dataFolder: string
  remove(): Promise<void>
}

/** `const db = await temporaryDatabase()`: SQLite in a temporary folder, or the database of `url`. */
export async function temporaryDatabase(url?: string, options: { readonly busyTimeoutMs?: number } = {}): Promise<TestDatabase> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'patchbay-test-'))
  const target = url ?? `file:${join(dataFolder, 'patchbay.db')}`
  const migrated = await applyMigrations(target)
  if (!migrated.ok) throw new Error(migrated.error.message)
  const prisma = createPrisma(target, options)
  return {
    url: target,
    prisma,
    dataFolder,
    async remove() {
      await prisma.$disconnect()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
