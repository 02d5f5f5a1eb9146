import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrisma } from '@/prisma/client'
import { applyMigrations } from '@/prisma/migrate'
import { openSqliteStore } from '../sqlite'
import { seedStore, seenByPrisma } from './seed'

/** A fresh, migrated and seeded SQLite database in a folder of its own, with the store open on it. */
export async function sqliteFile() {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  const file = join(folder, 'patchbay.db')
  const migrated = await applyMigrations(`file:${file}`)
  if (!migrated.ok) throw new Error(migrated.error.message)
  const prisma = createPrisma(`file:${file}`)
  await seedStore(prisma)
  const store = openSqliteStore({ file })
  return {
    file,
    prisma,
    store,
    ...seenByPrisma(prisma),
    async close() {
      await store.close()
      await prisma.$disconnect()
      rmSync(folder, { recursive: true })
    },
  }
}
