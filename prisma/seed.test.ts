import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { machineActor } from '@/app/server/auth/actor'
import { type TestServer, testServer } from '@/app/server/testing/test-server'
import { needsSeed, seedDatabase } from './seed'
import { temporaryDatabase } from './testing/database'

describe('the first start', { timeout: 60_000 }, () => {
  let server: TestServer
  let seeded: Awaited<ReturnType<typeof seedDatabase>>
  beforeAll(async () => {
    server = await testServer()
    seeded = await seedDatabase(server.prisma)
  }, 60_000)
  afterAll(() => server.remove())

  it('makes an administrator whose random password signs in', async () => {
    expect(seeded.admin?.email).toBe('admin@patchbay.local')
    expect(await server.signIn({ email: 'admin@patchbay.local' }, seeded.admin?.password)).toContain('session_token')
    expect(await server.machine.users.list()).toMatchObject([{ email: 'admin@patchbay.local', role: 'administrator' }])
  })

  it('has the demo live on 7000 without a warning, and a draft to try things on', async () => {
    const flows = await server.machine.flows.list()
    expect(flows.map(({ state, numbers }) => [state, numbers])).toEqual(
      expect.arrayContaining([
        ['live', ['7000']],
        ['draft', []],
      ]),
    )
    const demo = flows.find(({ state }) => state === 'live')
    const { draft } = await server.machine.flows.get({ flowId: demo?.id ?? '' })
    expect(await server.machine.flows.validate({ document: draft.document })).toEqual([])
  })

  it('shows what calls look like: a dozen that walk drawn connections of the demo', async () => {
    const { items } = await server.machine.calls.list({ limit: 50 })
    expect(items).toHaveLength(12)
    expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['completed', 'hung-up']))
    for (const { interactionId, fromNumber, startedAt } of items) {
      expect(fromNumber).toMatch(/^555/)
      expect(startedAt.getTime()).toBeLessThan(Date.now())
      const [session] = (await server.machine.calls.get({ interactionId })).sessions
      const steps = session?.steps ?? []
      expect(steps.length).toBeGreaterThan(1)
      steps.forEach(({ nodeId, outcome }, index) => {
        const next = steps[index + 1]
        if (next) expect(session?.document.edges).toContainEqual({ from: nodeId, outcome, to: next.nodeId })
      })
    }
  })

  it('is known by its empty database', async () => {
    const database = await temporaryDatabase()
    expect(await needsSeed(database.url)).toBe(true)
    await seedDatabase(database.prisma)
    expect(await needsSeed(database.url)).toBe(false)
    await database.remove()
  })

  it('does nothing a second time', async () => {
    const before = await server.callerOf(machineActor('x')).flows.list()
    expect(await seedDatabase(server.prisma)).toEqual({})
    expect(await server.machine.flows.list()).toEqual(before)
  })
})
