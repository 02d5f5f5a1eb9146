import { setImmediate as turn } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteFile } from './database'
import { type TestDatabase, temporaryDatabase } from './testing/database'

describe('one SQLite connection', { timeout: 60_000 }, () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await temporaryDatabase(undefined, { busyTimeoutMs: 2000 })
  })
  afterEach(() => database.remove())

  it('keeps what was written beside a transaction that is rolled back', async () => {
    const { prisma } = database
    let insideWrote = () => {}
    const wrote = new Promise<void>((resolve) => {
      insideWrote = resolve
    })
    const inside = prisma.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'inside', value: '1' } })
      insideWrote()
      await tx.setting.count()
      throw new Error('rolled back')
    })
    await wrote
    const outside = prisma.setting.create({ data: { key: 'outside', value: '1' } })
    await expect(inside).rejects.toThrow('rolled back')
    await outside
    expect((await prisma.setting.findMany()).map(({ key }) => key)).toEqual(['outside'])
  })

  it('takes transactions one after the other', async () => {
    const { prisma } = database
    await prisma.setting.create({ data: { key: 'n', value: '0' } })
    const add = () =>
      prisma.$transaction(async (tx) => {
        const { value } = await tx.setting.findUniqueOrThrow({ where: { key: 'n' } })
        await tx.setting.update({ where: { key: 'n' }, data: { value: String(Number(value) + 1) } })
      })
    await Promise.all(Array.from({ length: 10 }, add))
    expect((await prisma.setting.findUniqueOrThrow({ where: { key: 'n' } })).value).toBe('10')
  })

  it('works after a transaction that failed, and after one that timed out', async () => {
    const { prisma } = database
    await expect(
      prisma.$transaction([prisma.setting.create({ data: { key: 'a', value: '1' } }), prisma.$executeRawUnsafe('nonsense')]),
    ).rejects.toThrow()
    const slow = prisma.$transaction(
      async (tx) => {
        await tx.setting.create({ data: { key: 'b', value: '1' } })
        // Ends with the transaction: then each use of it is refused.
        for (;;) {
          await tx.setting.count()
          await turn()
        }
      },
      { timeout: 20 },
    )
    await expect(slow).rejects.toThrow()
    await prisma.setting.create({ data: { key: 'c', value: '1' } })
    expect((await prisma.setting.findMany()).map(({ key }) => key)).toEqual(['c'])
  })

  it('holds the write lock from a transaction’s first read on, so that no other process comes between it and the first write', async () => {
    const { prisma, url } = database
    const other = new SqliteDatabase(sqliteFile(url), { timeout: 0 })
    await prisma.$transaction(async (tx) => {
      await tx.setting.count()
      expect(() => other.exec(`INSERT INTO "Setting" (key, value, updatedAt) VALUES ('other', '1', 0)`)).toThrow('database is locked')
      await tx.setting.create({ data: { key: 'ours', value: '1' } })
    })
    expect(other.prepare('SELECT key FROM "Setting"').all()).toEqual([{ key: 'ours' }])
    other.close()
  })
})
