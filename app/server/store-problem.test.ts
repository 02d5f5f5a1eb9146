import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteFile } from '@/prisma/database'
import { helloDocument, seedDraftFlow } from '@/prisma/testing/seeds'
import { storeProblem } from './store-problem'
import { refusal } from './testing/contract'
import { type TestServer, testServer } from './testing/test-server'

type Sent = Parameters<TestServer['machine']['flows']['saveDraft']>[0]['document']

describe('a database in trouble', { timeout: 60_000 }, () => {
  let server: TestServer
  let flowId: string
  let other: SqliteDatabase.Database
  beforeEach(async () => {
    server = await testServer(undefined, { busyTimeoutMs: 50 })
    flowId = (await seedDraftFlow(server.prisma)).flowId
    other = new SqliteDatabase(sqliteFile(server.url))
  }, 60_000)
  afterEach(async () => {
    other.close()
    await server.remove()
  })
  const save = (name: string, baseRevision: number) =>
    server.machine.flows.saveDraft({ flowId, document: helloDocument(name) as Sent, baseRevision }) // a document

  it('that another process is writing to answers STORE_BUSY, loses nothing, and works again afterwards', async () => {
    other.exec('BEGIN IMMEDIATE')
    expect(await refusal(save('During', 1))).toBe('STORE_BUSY')
    expect(await refusal(server.machine.secrets.set({ name: 'A', value: 'b' }))).toBe('STORE_BUSY')
    // Reading goes on meanwhile.
    expect((await server.machine.flows.get({ flowId })).draft.revision).toBe(1)
    other.exec('COMMIT')
    expect((await save('After', 1)).revision).toBe(2)
  })

  it('that is full answers STORE_FULL, keeps what is there, and works again once there is room', async () => {
    const pages = () => server.prisma.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
    const [{ page_count: count } = { page_count: 0n }] = await pages()
    await server.prisma.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(count) + 2}`)
    const long = helloDocument('Long', 'x'.repeat(4000))
    const grown = {
      ...(long as object),
      notes: Array.from({ length: 40 }, (_, i) => ({
        id: `n${i}`,
        text: 'y'.repeat(5000),
        position: { x: 0, y: 0 },
        size: { width: 9, height: 9 },
        color: 'gray',
      })),
    }
    expect(await refusal(server.machine.flows.saveDraft({ flowId, document: grown as Sent, baseRevision: 1 }))).toBe('STORE_FULL') // a document
    expect((await server.machine.flows.get({ flowId })).draft).toMatchObject({ revision: 1, document: { name: 'Hello' } })
    await server.prisma.$queryRawUnsafe('PRAGMA max_page_count = 100000')
    expect((await server.machine.flows.saveDraft({ flowId, document: grown as Sent, baseRevision: 1 })).revision).toBe(2) // a document
  })

  it('is told by the health answer', async () => {
    expect(await server.machine.system.health()).toMatchObject({
      web: 'up',
      engine: 'up',
      database: 'up',
      telephony: { state: 'up', version: '22.10.0' },
      sipPort: 5060,
    })
    server.engine.up = false
    await server.prisma.$executeRawUnsafe('DROP TABLE "Setting"')
    expect(await server.machine.system.health()).toMatchObject({ engine: 'down', database: 'down', telephony: { state: 'down' } })
  })
})

describe('the problem of a database error', () => {
  it.each([
    [{ code: 'P2034' }, 'STORE_BUSY'],
    [{ message: 'x', cause: { originalCode: '40001' } }, 'STORE_BUSY'],
    [{ meta: { driverAdapterError: { cause: { originalCode: '53100' } } } }, 'STORE_FULL'],
    [{ cause: { cause: { code: 'ENOSPC' } } }, 'STORE_FULL'],
    [{ code: 'ECONNREFUSED' }, 'STORE_FAILED'],
    [{ code: 'P2002', message: 'Unique constraint failed' }, undefined],
    [new Error('something else'), undefined],
    [undefined, undefined],
  ])('%j is %s', (error, code) => {
    expect(storeProblem(error)?.code).toBe(code)
  })

  it('ends on an error that is its own cause', () => {
    const error: { cause?: unknown } = {}
    error.cause = error
    expect(storeProblem(error)).toBeUndefined()
  })
})
