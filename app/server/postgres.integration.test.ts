import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { postgresPrograms, startPostgres } from '@/engine/store/testing/postgres-server'
import { serverContract } from './testing/contract'

const programs = postgresPrograms()
if (!programs) throw new Error('These tests need PostgreSQL: apt-get install postgresql')

describe('with a PostgreSQL of its own', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres(programs)
    const client = new pg.Client({ connectionString: server.url('postgres') })
    await client.connect()
    await client.query('CREATE DATABASE patchbay')
    await client.end()
  })
  afterAll(() => server.remove())

  serverContract('PostgreSQL', async () => server.url('patchbay'))
})
