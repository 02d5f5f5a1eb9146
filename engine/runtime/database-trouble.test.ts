import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import type { Store } from '@/engine/store'
import { openSqliteStore, sqliteStore } from '@/engine/store/sqlite'
import { createPrisma } from '@/prisma/client'
import { applyMigrations } from '@/prisma/migrate'
import { House } from './testing/house'

const menuFlow = flow({
  nodes: {
    ask: ['menu', { prompts: says('Press one'), options: [{ key: '1' }, { key: '2' }] }],
    bye: ['hangup', { prompts: says('Goodbye') }],
  },
  edges: ['start start -> ask', 'ask matched:1 -> ask', 'ask matched:2 -> bye'],
})

/** The engine of `House` on a real SQLite file; numbers and versions still come from memory. */
describe('a database in trouble during a call', () => {
  let folder: string
  let file: string
  let db: Database.Database
  let store: Store
  let prisma: ReturnType<typeof createPrisma>
  let house: House

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trouble-'))
    file = join(folder, 'patchbay.db')
    const migrated = await applyMigrations(`file:${file}`)
    if (!migrated.ok) throw new Error(migrated.error.message)
    prisma = createPrisma(`file:${file}`)
    await prisma.flow.create({ data: { id: 'f-7000', name: 'Flow', kind: 'ivr' } })
    await prisma.flowVersion.create({
      data: { id: 'v-7000', flowId: 'f-7000', number: 1, note: '', document: '{}', hash: '', compiled: '{}' },
    })
    db = new Database(file)
    store = sqliteStore(db)
    house = new House({
      store: (memory) => ({
        ...memory,
        write: (batch) => store.write(batch),
        activeSessions: () => store.activeSessions(),
        knowsCall: (id) => store.knowsCall(id),
      }),
    })
    house.publish('7000', menuFlow)
    await house.open()
  })
  afterEach(async () => {
    await store.close()
    await prisma.$disconnect()
    rmSync(folder, { recursive: true })
  })

  const trace = async (callId: string) => {
    const interaction = await prisma.interaction.findUnique({
      where: { callId },
      include: { sessions: { include: { steps: { orderBy: { visit: 'asc' } } } } },
    })
    return { outcome: interaction?.outcome, steps: interaction?.sessions[0]?.steps.map(({ path, outcome }) => `${path}>${outcome}`) }
  }
  const whole = { outcome: 'completed', steps: ['start>start', 'ask>matched:1', 'ask>matched:2', 'bye>$end'] }

  test('locked by another process for long: the call goes on, health says so, and nothing is lost', async () => {
    const caller = house.call('7000')
    await house.clock.advance(100)
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    caller.press('1')
    await house.clock.advance(1000)
    expect(caller.heard).toHaveLength(2)
    expect(house.runtime.health).toMatchObject({ state: 'degraded', error: expect.stringContaining('STORE_BUSY') })
    caller.press('2')
    await house.clock.advance(1000)
    expect(caller.gone).toBe(true)
    other.exec('COMMIT')
    other.close()
    await house.clock.advance(500)
    expect(house.runtime.health).toEqual({ state: 'ok', error: null })
    expect(await trace(caller.callId)).toEqual(whole)
  })

  test('locked for a moment: the caller hears the next prompt at once, the hang-up waits that moment, and all is in order', async () => {
    const caller = house.call('7000')
    await house.clock.advance(100)
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    caller.press('1')
    await house.clock.advance(0)
    expect(caller.heard).toHaveLength(2)
    caller.press('2')
    await house.clock.advance(150)
    expect(caller.heard).toHaveLength(3)
    expect(caller.gone).toBe(false)
    other.exec('COMMIT')
    other.close()
    await house.clock.advance(64)
    expect(caller.gone).toBe(true)
    expect(house.runtime.health).toEqual({ state: 'ok', error: null })
    expect(await trace(caller.callId)).toEqual(whole)
  })

  test('a full disk: the call goes on, and all is written when there is room again', async () => {
    const caller = house.call('7000')
    await house.clock.advance(100)
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
    // Steps until a page is full.
    for (let press = 0; press < 200; press++) {
      caller.press('1')
      await house.clock.advance(600)
      if (house.runtime.health.state === 'degraded') break
    }
    expect(house.runtime.health).toMatchObject({ state: 'degraded', error: expect.stringContaining('STORE_FULL') })
    caller.press('2')
    await house.clock.advance(1000)
    expect(caller.gone).toBe(true)
    db.pragma('max_page_count = 1000000')
    await house.clock.advance(500)
    const { outcome, steps } = await trace(caller.callId)
    expect(outcome).toBe('completed')
    expect(steps?.slice(-2)).toEqual(['ask>matched:2', 'bye>$end'])
    expect(new Set(steps?.slice(1, -2))).toEqual(new Set(['ask>matched:1']))
  })

  test('killed in the middle: a new engine on the same file goes on', async () => {
    const caller = house.call('7000')
    await house.clock.advance(100)
    caller.press('1')
    await house.clock.advance(100)
    house.kill()
    await store.close()
    store = openSqliteStore({ file })
    caller.press('2')
    await house.clock.advance(1000)
    await house.restart()
    await house.clock.advance(1000)
    expect(await trace(caller.callId)).toEqual(whole)
  })
})
