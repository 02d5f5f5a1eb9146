import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TEST_PASSWORD } from '@/prisma/testing/seeds'
import { signInRequest, type TestServer, testServer } from '../testing/test-server'

const body = async (response: Response): Promise<unknown> => response.json()

// Hashing a password takes its time on purpose.
describe('signing in', { timeout: 60_000 }, () => {
  let server: TestServer
  beforeEach(async () => {
    server = await testServer()
  })
  afterEach(() => server.remove())
  const signIn = (email: string, password: string, headers = {}) => server.container.handleAuth(signInRequest(email, password, headers))
  const me = async (cookie: string) =>
    (await server.trpc(new Request('http://patchbay.local:3000/api/trpc/me.get', { headers: { cookie } }))).status

  it('gives a cookie that pages cannot read, and that the API accepts', async () => {
    const user = await server.person('analyst')
    const response = await signIn(user.email, TEST_PASSWORD)
    const [cookie] = response.headers.getSetCookie()
    expect(response.status).toBe(200)
    expect(cookie).toMatch(/^patchbay-[0-9a-f]{8}\.session_token=.*; HttpOnly; SameSite=Lax$/)
    expect(await me(await server.signIn(user))).toBe(200)
  })

  it('marks the cookie secure where the page came by https', async () => {
    const user = await server.person('analyst')
    const response = await signIn(user.email, TEST_PASSWORD, { 'x-forwarded-proto': 'https', origin: 'https://patchbay.local:3000' })
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-patchbay-.*; HttpOnly; Secure; SameSite=Lax$/)
  })

  it.each(['192.168.1.20:3000', 'localhost:3100', '[::1]:3000', 'phones.example.com'])('works under the address %s', async (host) => {
    const user = await server.person('analyst')
    expect((await signIn(user.email, TEST_PASSWORD, { host, origin: `http://${host}` })).status).toBe(200)
  })

  it('refuses pages of other origins', async () => {
    const user = await server.person('analyst')
    for (const origin of ['http://evil.example', 'https://patchbay.local:3000', 'http://patchbay.local:3001', 'null']) {
      expect((await signIn(user.email, TEST_PASSWORD, { origin })).status).toBe(403)
    }
  })

  it('answers a wrong password and an unknown account alike', async () => {
    const user = await server.person('analyst')
    const wrong = await signIn(user.email, 'not-the-password')
    const unknown = await signIn('nobody@test.local', 'not-the-password')
    expect([wrong.status, await body(wrong)]).toEqual([unknown.status, await body(unknown)])
    expect(wrong.status).toBe(401)
  })

  it('shuts a disabled account out, also where it is signed in already', async () => {
    const user = await server.person('analyst')
    const cookie = await server.signIn(user)
    await server.machine.users.disable({ userId: user.id })
    expect(await me(cookie)).toBe(401)
    expect((await signIn(user.email, TEST_PASSWORD)).status).toBe(403)
    await server.machine.users.enable({ userId: user.id })
    expect((await signIn(user.email, TEST_PASSWORD)).status).toBe(200)
  })

  it('lets a person change the password, with at least 10 characters', async () => {
    const user = await server.person('agent')
    const cookie = await server.signIn(user)
    const change = (newPassword: string) =>
      server.container.handleAuth(
        new Request('http://patchbay.local:3000/api/auth/change-password', {
          method: 'POST',
          body: JSON.stringify({ currentPassword: TEST_PASSWORD, newPassword }),
          headers: { 'content-type': 'application/json', cookie, host: 'patchbay.local:3000', origin: 'http://patchbay.local:3000' },
        }),
      )
    expect((await change('too-short')).status).toBe(400)
    expect(await server.prisma.auditEntry.count({ where: { action: 'user.change-password' } })).toBe(0)
    expect((await change('long-enough-now')).status).toBe(200)
    expect(await server.prisma.auditEntry.findMany({ where: { action: 'user.change-password' } })).toMatchObject([
      { actorId: user.id, subject: user.email, subjectId: user.id, details: '{}' },
    ])
    expect((await signIn(user.email, 'long-enough-now')).status).toBe(200)
  })

  it.each(['sign-up/email', 'admin/create-user', 'admin/set-role', 'admin/impersonate-user', 'request-password-reset', 'update-user'])(
    'has no %s: accounts are managed where it is audited',
    async (path) => {
      const response = await server.container.handleAuth(
        new Request(`http://patchbay.local/api/auth/${path}`, { method: 'POST', body: '{}' }),
      )
      expect(response.status).toBe(404)
    },
  )

  it('refuses a body that no sign-in form sends', async () => {
    expect((await signIn('a@b.c', 'x'.repeat(20_000))).status).toBe(413)
  })
})
