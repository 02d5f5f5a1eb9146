import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPrisma } from '@/prisma/client'
import { applyMigrations } from '@/prisma/migrate'
import { openPostgresStore } from './postgres'
import { storeContract } from './testing/contract'
import { postgresPrograms, startPostgres } from './testing/postgres-server'
import { begun } from './testing/rows'
import { seedStore, seenByPrisma } from './testing/seed'

const programs = postgresPrograms()

describe.runIf(programs)('PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let databases = 0

  const open = async () => {
    const name = `t${++databases}`
    const admin = new pg.Client(server.url('postgres'))
    await admin.connect()
    await admin.query(`CREATE DATABASE ${name}`)
    await admin.end()
    const url = server.url(name)
    const migrated = await applyMigrations(url)
    if (!migrated.ok) throw new Error(migrated.error.message)
    const prisma = createPrisma(url)
    await seedStore(prisma)
    const store = openPostgresStore({ connectionString: url })
    return {
      store,
      url,
      ...seenByPrisma(prisma),
      async close() {
        await store.close()
        await prisma.$disconnect()
      },
    }
  }

  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  })
  afterAll(() => server.remove())

  storeContract('PostgreSQL', open)

  it('fails while the server is away, and goes on by itself when it is back', async () => {
    const subject = await open()
    await server.stop()
    expect(await subject.store.write([begun('s1')])).toMatchObject({ ok: false, error: { code: 'STORE_FAILED', refused: false } })
    await server.start()
    expect(await subject.store.write([begun('s1')])).toEqual({ ok: true })
    await subject.close()
  })

  it('says "busy" when the row is locked for longer than a write may wait', async () => {
    const subject = await open()
    await subject.store.write([begun('s1')])
    const other = new pg.Client(subject.url)
    await other.connect()
    await other.query(`BEGIN; LOCK TABLE "Step" IN ACCESS EXCLUSIVE MODE`)
    expect(await subject.store.write([begun('s1')])).toMatchObject({ ok: false, error: { code: 'STORE_BUSY', refused: false } })
    await other.query('ROLLBACK')
    await other.end()
    expect(await subject.store.write([begun('s1')])).toEqual({ ok: true })
    await subject.close()
  })
})
