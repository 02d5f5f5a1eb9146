import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storeContract } from './testing/contract'
import { openLimited } from './testing/limited'
import { begun, step, write } from './testing/rows'
import { sqliteFile } from './testing/sqlite-file'

storeContract('SQLite', sqliteFile)

describe('SQLite in trouble', () => {
  let subject: Awaited<ReturnType<typeof sqliteFile>>
  beforeEach(async () => {
    subject = await sqliteFile()
  })
  afterEach(() => subject.close())

  it('says "busy" at once, without waiting, while another process writes, and works again afterwards', async () => {
    const other = new Database(subject.file)
    other.exec('BEGIN IMMEDIATE')
    const started = performance.now()
    expect(await subject.store.write([begun('s1')])).toMatchObject({ ok: false, error: { code: 'STORE_BUSY', refused: false } })
    expect(performance.now() - started).toBeLessThan(500) // the loop did not stand still for a busy timeout of seconds
    other.exec('COMMIT')
    other.close()
    expect(await subject.store.write([begun('s1')])).toEqual({ ok: true })
  })

  it('says "full" when the database cannot grow, and works again when it can', async () => {
    const full = { ...begun('s1'), memos: [{ sessionId: 's1', visit: 1, key: 'big', value: 'x'.repeat(400_000) }] }
    const limited = openLimited(subject.file)
    expect(await limited.store.write([full])).toMatchObject({ ok: false, error: { code: 'STORE_FULL', refused: false } })
    limited.lift()
    expect(await limited.store.write([full])).toEqual({ ok: true })
    await limited.store.close()
  })

  it('says "failed" when the database has gone away', async () => {
    await subject.store.close()
    expect(await subject.store.write([write({ steps: [step('s1', 1)] })])).toMatchObject({
      ok: false,
      error: { code: 'STORE_FAILED', refused: false },
    })
  })
})
