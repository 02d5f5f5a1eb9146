import { beforeEach, describe, expect, it } from 'vitest'
import { ok, type Result } from '@/engine/errors'
import { Ari } from './ari'
import { BrowserPhones, browserName, expiryOf } from './browser-phones'
import { silentLog } from './log'
import type { AriRequest, AriResponse } from './transport/transport'

/** An Asterisk that holds SIP objects. */
class Objects {
  readonly held = new Map<string, unknown>()
  refuse: string | undefined
  async request({ method, path, body }: AriRequest): Promise<Result<AriResponse>> {
    if (path[0] === 'endpoints') {
      const names = [...this.held.keys()].filter((key) => key.startsWith('endpoint/')).map((key) => key.slice(9))
      return ok({ status: 200, body: [...names, '1001'].map((resource) => ({ resource })) })
    }
    const key = path.slice(-2).join('/')
    if (method === 'PUT' && path.at(-2) === this.refuse) return ok({ status: 403, body: { message: 'no' } })
    if (method === 'PUT') this.held.set(key, body)
    else if (!this.held.delete(key)) return ok({ status: 404, body: undefined })
    return ok({ status: 200, body: [] })
  }
}

describe('browser phones', () => {
  let asterisk: Objects
  let now: number
  const phones = () => new BrowserPhones(new Ari(asterisk), silentLog, () => now)
  beforeEach(() => {
    asterisk = new Objects()
    now = Date.UTC(2026, 0, 1)
  })

  it('given a page asks, then it gets an account of its own that Asterisk knows', async () => {
    const created = await phones().create('Ada "<Root>" 王')
    if (!created.ok) throw new Error(created.error.message)
    const { username, password } = created.value
    expect([...asterisk.held.keys()]).toEqual([`auth/${username}`, `aor/${username}`, `endpoint/${username}`])
    expect(password.length).toBeGreaterThanOrEqual(32)
    expect(JSON.stringify(asterisk.held.get(`endpoint/${username}`))).toContain('\\"Ada Root 王\\" <browser>')
  })

  it('given Asterisk refuses a part, then nothing of it stays', async () => {
    asterisk.refuse = 'endpoint'
    expect(await phones().create('Ada')).toMatchObject({ ok: false, error: { code: 'TELEPHONY_REFUSED' } })
    expect(asterisk.held.size).toBe(0)
  })

  it('given an account of an engine that was killed, when it has expired, then the next engine removes it and no other', async () => {
    const old = await phones().create('Ada', 1000)
    const fresh = await phones().create('Bob', 60_000)
    if (!old.ok || !fresh.ok) throw new Error('not created')
    now += 30_000
    await phones().settle()
    expect([...asterisk.held.keys()]).toEqual(['auth', 'aor', 'endpoint'].map((type) => `${type}/${fresh.value.username}`))
  })

  it('given Asterisk was restarted, then the accounts of open pages are there again', async () => {
    const engine = phones()
    const created = await engine.create('Ada')
    if (!created.ok) throw new Error('not created')
    asterisk.held.clear()
    await engine.settle()
    engine.stop()
    expect(asterisk.held.has(`endpoint/${created.value.username}`)).toBe(true)
  })

  it('given any expiry, then the name tells it, to the second', () => {
    expect(expiryOf(browserName(now, '0123456789abcdef'))).toBe(now)
    expect(expiryOf('1001')).toBeUndefined()
    expect(expiryOf('website')).toBeUndefined()
  })
})
