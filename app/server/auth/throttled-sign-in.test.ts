import { beforeEach, describe, expect, it } from 'vitest'
import { signInRequest } from '../testing/test-server'
import { actorOf } from './actor'
import { createAuthHandler } from './handler'

const GOOD = 'the-right-password'

describe('throttled sign-in', () => {
  let now = 0
  let checked = 0
  let handle: (request: Request) => Promise<Response>
  beforeEach(() => {
    now = 1_000_000
    checked = 0
    // Stands for better-auth, whose hashing takes a tenth of a second on purpose.
    const handler = async (request: Request) => {
      checked += 1
      const { password }: { password: string } = await request.json()
      return new Response(null, { status: password === GOOD ? 200 : 401 })
    }
    handle = createAuthHandler({ authFor: () => ({ handler }), actorOf: async () => ann, passwordChanged: async () => {} }, () => now)
  })
  const ann = actorOf({ id: 'a', name: 'Ann', email: 'ann@test.local', role: 'agent', locale: null, banned: false }, 'login')
  const signIn = (email: string, password: string, address = '192.0.2.1') =>
    handle(signInRequest(email, password, { 'x-forwarded-for': address }))
  const fail = async (count: number, email: (index: number) => string, address?: string) => {
    for (let index = 0; index < count; index += 1) await signIn(email(index), 'wrong', address)
  }

  it('stops checking passwords after 8 failures for one account from one address, says how long, and forgives with time', async () => {
    await fail(8, () => 'ann@test.local')
    const refused = await signIn('ANN@test.local ', GOOD)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('600')
    expect(await refused.json()).toEqual({
      code: 'TOO_MANY_ATTEMPTS',
      message: 'Too many failed sign-ins. Try again in 10 min.',
      params: { seconds: 600, minutes: 10 },
    })
    expect(checked).toBe(8)
    now += 10 * 60_000
    expect((await signIn('ann@test.local', GOOD)).status).toBe(200)
  })

  it('lets the account in from elsewhere meanwhile', async () => {
    await fail(8, () => 'ann@test.local')
    expect((await signIn('ann@test.local', GOOD, '192.0.2.2')).status).toBe(200)
  })

  it('stops an attack on one account that comes from many addresses', async () => {
    for (let index = 0; index < 50; index += 1) await signIn('ann@test.local', 'wrong', `198.51.100.${index}`)
    expect((await signIn('ann@test.local', GOOD, '192.0.2.9')).status).toBe(429)
  })

  it('stops an address that tries many accounts, also when one of them succeeds', async () => {
    await fail(20, (index) => `guess-${index}@test.local`)
    expect((await signIn('mine@test.local', GOOD)).status).toBe(200)
    await fail(20, (index) => `more-${index}@test.local`)
    expect((await signIn('other@test.local', GOOD)).status).toBe(429)
  })

  it('counts attempts that come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('ann@test.local', 'wrong')))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
  })

  it('forgets earlier failures of an account that signs in', async () => {
    await fail(7, () => 'ann@test.local')
    expect((await signIn('ann@test.local', GOOD)).status).toBe(200)
    await fail(7, () => 'ann@test.local')
    expect((await signIn('ann@test.local', GOOD)).status).toBe(200)
  })

  it('counts the present password that is asked for before a new one alike', async () => {
    const change = (password: string) =>
      handle(
        new Request('http://patchbay.local/api/auth/change-password', {
          method: 'POST',
          body: JSON.stringify({ password }),
          headers: { 'x-forwarded-for': '192.0.2.1' },
        }),
      )
    for (let index = 0; index < 4; index += 1) await change('wrong')
    await fail(4, () => 'ann@test.local')
    expect((await change(GOOD)).status).toBe(429)
    expect(checked).toBe(8)
  })

  it('counts a body that is no sign-in against its address', async () => {
    const nonsense = () =>
      handle(new Request('http://patchbay.local/api/auth/sign-in/email', { method: 'POST', body: '{"email":7,"password":""}' }))
    for (let index = 0; index < 40; index += 1) await nonsense()
    expect((await nonsense()).status).toBe(429)
  })
})
