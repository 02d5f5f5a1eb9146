import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine } from '../../testing/fake-engine'
import type { Services } from '../services'
import { isHealthy, readHealth } from './health'

describe('what keeps calls away, or endangers their traces', () => {
  const engine = createFakeEngine()
  let refusal: Error | undefined
  // Of the database only that one question is asked.
  const prisma = {
    setting: {
      count: async () => {
        if (refusal) throw refusal
        return 0
      },
    },
  } as unknown as Services['prisma']
  beforeEach(() => {
    engine.up = true
    engine.ill = {}
    refusal = undefined
  })
  const health = () => readHealth({ engine, prisma })

  it('given all is well, then there is no problem', async () => {
    expect(await health()).toMatchObject({ engine: 'up', problem: null })
    expect(isHealthy(await health())).toBe(true)
  })

  it.each([
    ['STORE_FULL: database or disk is full', 'STORE_FULL', 'free some space'],
    ['STORE_BUSY', 'STORE_BUSY', 'locked'],
    ['STORE_FAILED: readonly database', 'STORE_FAILED', '(readonly database)'],
  ])('given the engine says %j of its journal, then code and remedy are told', async (journalError, code, remedy) => {
    engine.ill = { journal: 'degraded', journalError }
    expect(await health()).toMatchObject({ engine: 'degraded', problem: { code, message: expect.stringContaining(remedy) } })
    expect(isHealthy(await health())).toBe(false)
  })

  it('given Asterisk is away, then why is told as the engine knows it, before anything that endangers traces', async () => {
    engine.ill = { journal: 'degraded', journalError: 'STORE_FULL', telephony: { state: 'down' } }
    expect((await health()).problem?.code).toBe('TELEPHONY_DOWN')
    const problem = { code: 'ARI_LOGIN_REFUSED', message: 'Check the password.' } as const
    engine.ill = { telephony: { state: 'down', problem } }
    expect((await health()).problem).toEqual(problem)
  })

  it('given the engine is down, then that is the problem, unless the database is down too', async () => {
    engine.up = false
    expect((await health()).problem?.code).toBe('ENGINE_DOWN')
    refusal = new Error('unable to open database file')
    expect(await health()).toMatchObject({ database: 'down', problem: { code: 'STORE_FAILED' } })
  })
})
