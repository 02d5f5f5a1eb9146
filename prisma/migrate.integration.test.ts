import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresPrograms, startPostgres } from '@/engine/store/testing/postgres-server'
import { createPrisma } from './client'
import { applyMigrations } from './migrate'
import { type MigrationProgress, readMigrations } from './migrations'

const run = promisify(execFile)
const programs = postgresPrograms()
if (!programs) throw new Error('These tests need PostgreSQL: apt-get install postgresql')

const names = readMigrations('sqlite').map(({ name }) => name)
const program = `
  const { applyMigrations } = await import('./prisma/migrate.ts')
  process.stdout.write(JSON.stringify(await applyMigrations(process.argv[1])))
`

/** Starts that many processes at the same time; what each of them applied. */
async function starters(url: string, count: number): Promise<string[][]> {
  const answers = await Promise.all(
    Array.from({ length: count }, () =>
      run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, url], { cwd: process.cwd() }),
    ),
  )
  return answers.map(({ stdout }) => {
    const result = JSON.parse(stdout) as Awaited<ReturnType<typeof applyMigrations>> // the program's own words
    if (!result.ok) throw new Error(result.error.message)
    return [...result.value]
  })
}

describe('several processes that start at once', () => {
  it('apply each SQLite migration once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'starters-'))
    expect((await starters(`file:${join(folder, 'patchbay.db')}`, 4)).flat()).toEqual(names)
    rmSync(folder, { recursive: true })
  })
})

describe('migrating PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  const query = async (database: string, sql: string) => {
    const client = new pg.Client({ connectionString: server.url(database) })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }
  beforeAll(async () => {
    server = await startPostgres(programs)
    for (const database of ['together', 'broken', 'schemas']) await query('postgres', `CREATE DATABASE ${database}`)
  })
  afterAll(() => server.remove())

  it('is done once by processes that start together, and recorded as `prisma migrate` does', async () => {
    expect((await starters(server.url('together'), 4)).flat()).toEqual(names)
    expect(
      await query(
        'together',
        'SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS done, rolled_back_at FROM _prisma_migrations',
      ),
    ).toEqual(names.map((migration_name) => ({ migration_name, applied_steps_count: 1, done: true, rolled_back_at: null })))
  })

  it('leaves the database as it was when one fails, says which, and tells who waits', async () => {
    const migrations = readMigrations('postgresql')
    await applyMigrations(server.url('broken'))
    const broken = { name: '99990101000000_broken', sql: 'CREATE TABLE "Half" (id TEXT); SELECT nonsense;', checksum: 'x' }
    expect(await applyMigrations(server.url('broken'), undefined, [...migrations, broken])).toMatchObject({
      ok: false,
      error: {
        code: 'STORE_MIGRATION_FAILED',
        message: expect.stringContaining('99990101000000_broken: column "nonsense" does not exist'),
      },
    })
    expect(await query('broken', `SELECT to_regclass('"Half"') AS half`)).toEqual([{ half: null }])

    const holder = new pg.Client({ connectionString: server.url('broken') })
    await holder.connect()
    await holder.query('SELECT pg_advisory_lock(72707369)')
    const told: MigrationProgress[] = []
    const waiting = new Promise<void>((resolve) => {
      void applyMigrations(server.url('broken'), (progress) => {
        told.push(progress)
        if (progress.kind === 'waiting') void holder.end()
      }).then(() => resolve())
    })
    await waiting
    expect(told).toEqual([{ kind: 'waiting' }])
  })

  it('keeps to the schema that the URL names', async () => {
    const url = `${server.url('schemas')}&schema=Own`
    expect((await applyMigrations(url)).ok).toBe(true)
    expect(await query('schemas', `SELECT to_regclass('public."Flow"') AS outside, to_regclass('"Own"."Flow"')::text AS inside`)).toEqual([
      { outside: null, inside: '"Own"."Flow"' },
    ])
    const prisma = createPrisma(url)
    await prisma.setting.create({ data: { key: 'a', value: '1' } })
    expect(await query('schemas', 'SELECT key FROM "Own"."Setting"')).toEqual([{ key: 'a' }])
    await prisma.$disconnect()
  })

  it('says when there is no server', async () => {
    expect(await applyMigrations('postgresql://patchbay@127.0.0.1:9/none')).toMatchObject({ ok: false, error: { code: 'STORE_FAILED' } })
  })
})
