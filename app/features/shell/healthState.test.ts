import { describe, expect, it } from 'vitest'
import { healthState } from './healthState'

type Health = NonNullable<Parameters<typeof healthState>[0]>
const good: Health = {
  web: 'up',
  engine: 'up',
  telephony: { state: 'up', version: '22.10' },
  database: 'up',
  problem: null,
  sipPort: 5060,
  liveCalls: 0,
}
const of = (change: Partial<Health>) => healthState({ ...good, ...change }).key

describe('healthState', () => {
  it('given everything is up, then calls can come in', () => {
    expect(healthState(good)).toEqual({ key: 'ready', tone: 'ok' })
  })

  it('given several faults, then names the one that the others follow from', () => {
    expect(of({ engine: 'down', telephony: { state: 'down', version: null } })).toBe('engineDown')
    expect(of({ database: 'down', engine: 'down' })).toBe('databaseDown')
  })

  it('given calls can come in but traces are in danger, then says that', () => {
    expect(of({ engine: 'degraded' })).toBe('degraded')
    expect(of({ engine: 'degraded', problem: { code: 'STORE_FULL', message: '' } })).toBe('databaseFull')
    expect(of({ engine: 'degraded', problem: { code: 'STORE_BUSY', message: '' } })).toBe('databaseLocked')
    expect(of({ engine: 'degraded', database: 'full' })).toBe('databaseFull')
    expect(of({ database: 'busy' })).toBe('ready')
  })

  it('given no Asterisk by choice, then that is a warning and not a fault', () => {
    expect(healthState({ ...good, telephony: { state: 'none', version: null } })).toEqual({
      key: 'noTelephony',
      tone: 'warn',
    })
  })

  it('given no answer, then the server cannot be reached', () => {
    expect(healthState(undefined).key).toBe('unreachable')
  })
})
