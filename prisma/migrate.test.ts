import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPrisma } from './client'
import { applyMigrations } from './migrate'
import { type Migration, type MigrationProgress, readMigrations } from './migrations'

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum-of-${sql}` })
const first = step(
  '1_first',
  'CREATE TABLE "Shelf" (id TEXT PRIMARY KEY); CREATE TABLE "Book" (id TEXT PRIMARY KEY, shelf TEXT REFERENCES "Shelf"(id) ON DELETE CASCADE);',
)
const second = step('2_second', 'ALTER TABLE "Book" ADD COLUMN title TEXT;')

describe('migrating SQLite', () => {
  let folder: string
  let url: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migrate-'))
    url = `file:${join(folder, 'made/on/the/way.db')}`
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const open = () => new SqliteDatabase(join(folder, 'made/on/the/way.db'))
  const rows = () => open().prepare('SELECT * FROM _prisma_migrations ORDER BY migration_name').all()

  it('applies what is checked in, once, and tells each step', async () => {
    const told: MigrationProgress[] = []
    expect(await applyMigrations(url, (progress) => told.push(progress))).toEqual({
      ok: true,
      value: readMigrations('sqlite').map(({ name }) => name),
    })
    expect(told[0]).toEqual({ kind: 'applying', name: readMigrations('sqlite')[0]?.name, index: 0, count: readMigrations('sqlite').length })
    expect(await applyMigrations(url)).toEqual({ ok: true, value: [] })
    expect(open().pragma('journal_mode', { simple: true })).toBe('wal')
  })

  it('records them as `prisma migrate` does, so that its tools go on from here', async () => {
    await applyMigrations(url)
    const [migration] = readMigrations('sqlite')
    expect(rows()[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: migration?.checksum,
      migration_name: migration?.name,
      logs: null,
      rolled_back_at: null,
      started_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/),
      finished_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/),
      applied_steps_count: 1,
    })
  })

  it('makes every table that the client reads', async () => {
    await applyMigrations(url)
    const prisma = createPrisma(url)
    const models = Object.keys(prisma).filter(
      (key) => /^[a-z]/.test(key) && typeof Reflect.get(Reflect.get(prisma, key) ?? {}, 'findFirst') === 'function',
    )
    expect(models.length).toBeGreaterThan(15)
    for (const model of models)
      expect([model, await Reflect.get(Reflect.get(prisma, model), 'findFirst').call(Reflect.get(prisma, model))]).toEqual([model, null])
    await prisma.$disconnect()
  })

  it('leaves the database as it was when one fails, says which, and goes on once it is mended', async () => {
    const broken = step('2_second', 'ALTER TABLE "Book" ADD COLUMN title TEXT; ALTER TABLE "Nothing" ADD COLUMN x TEXT;')
    await applyMigrations(url, undefined, [first])
    expect(await applyMigrations(url, undefined, [first, broken])).toMatchObject({
      ok: false,
      error: {
        code: 'STORE_MIGRATION_FAILED',
        message: expect.stringMatching(/2_second: no such table: Nothing\. The database was left as it was\./),
      },
    })
    expect(rows()).toHaveLength(1)
    expect(await applyMigrations(url, undefined, [first, second])).toEqual({ ok: true, value: ['2_second'] })
  })

  it('rebuilds tables without losing rows that point at them, and refuses to leave rows that point at nothing', async () => {
    await applyMigrations(url, undefined, [first])
    open().exec(`INSERT INTO "Shelf" VALUES ('s'); INSERT INTO "Book" VALUES ('b', 's');`)
    const rebuild = step(
      '2_rebuild',
      'CREATE TABLE "new" (id TEXT PRIMARY KEY, name TEXT); INSERT INTO "new" (id) SELECT id FROM "Shelf"; DROP TABLE "Shelf"; ALTER TABLE "new" RENAME TO "Shelf";',
    )
    expect((await applyMigrations(url, undefined, [first, rebuild])).ok).toBe(true)
    expect(open().prepare('SELECT count(*) AS n FROM "Book"').get()).toEqual({ n: 1 })
    const orphaning = step('3_orphan', 'DELETE FROM "Shelf";')
    expect(await applyMigrations(url, undefined, [first, rebuild, orphaning])).toMatchObject({
      ok: false,
      error: { code: 'STORE_MIGRATION_FAILED' },
    })
    expect(open().prepare('SELECT count(*) AS n FROM "Shelf"').get()).toEqual({ n: 1 })
  })

  it('refuses a database of a newer version, one whose history differs, and one that other tools left half-way', async () => {
    await applyMigrations(url, undefined, [first, second])
    expect(await applyMigrations(url, undefined, [first])).toMatchObject({
      ok: false,
      error: { code: 'STORE_TOO_NEW', params: { migration: '2_second' } },
    })
    expect(await applyMigrations(url, undefined, [first, step('2_second', 'SELECT 1;')])).toMatchObject({
      ok: false,
      error: { code: 'STORE_MIGRATION_FAILED' },
    })
    open().exec(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_second'`)
    expect(await applyMigrations(url, undefined, [first, second])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('stopped half-way') },
    })
    open().exec(
      `UPDATE _prisma_migrations SET rolled_back_at = current_timestamp WHERE migration_name = '2_second'; ALTER TABLE "Book" DROP COLUMN title`,
    )
    expect(await applyMigrations(url, undefined, [first, second])).toEqual({ ok: true, value: ['2_second'] })
  })

  it('says what is wrong with a file that is no database', async () => {
    expect(await applyMigrations(`file:${folder}`)).toMatchObject({ ok: false, error: { code: 'STORE_FAILED', params: { file: folder } } })
  })

  it('has the same migrations for both databases', () => {
    expect(readMigrations('sqlite').map(({ name }) => name)).toEqual(readMigrations('postgresql').map(({ name }) => name))
    for (const kind of ['sqlite', 'postgresql'])
      expect(readFileSync(`prisma/${kind}/migrations/migration_lock.toml`, 'utf8')).toContain(`"${kind}"`)
  })
})
