import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/prisma/client'
import { accessWatchers } from '../events/access'
import type { Role } from '../permissions'
import { type TestServer, testServer } from '../testing/test-server'

// Hashing a password takes its time on purpose.
describe('a stream that somebody has open', { timeout: 60_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  }, 60_000)
  afterAll(() => server.remove())

  /** Reads the live calls until the server ends them; resolves with all that was said. */
  async function listen(headers: Record<string, string>): Promise<{ readonly all: Promise<string> }> {
    const url = 'http://patchbay.local/api/trpc/calls.live'
    const response = await server.trpc(new Request(url, { headers: { accept: 'text/event-stream', ...headers } }))
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    if (!reader) throw new Error('no stream')
    let text = ''
    // It is open once it has told which calls there are.
    while (!text.includes('present')) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`ended at once: ${text}`)
      text += value
    }
    const all = (async () => {
      for (;;) {
        const { value, done } = await reader.read()
        if (done) return text
        text += value
      }
    })()
    return { all }
  }

  const ways: [string, Role, (user: User) => Promise<unknown>, string?][] = [
    ['is disabled', 'analyst', ({ id }) => server.machine.users.disable({ userId: id })],
    ['gets another role', 'supervisor', ({ id }) => server.machine.users.setRole({ userId: id, role: 'agent' })],
    ['gets a new password from an administrator', 'auditor', ({ id }) => server.machine.users.resetPassword({ userId: id }), '*/*'],
  ]
  it.each(ways)('given its owner %s, then it ends at once', async (_what, role, change, accept = 'text/event-stream') => {
    const user = await server.person(role)
    // What it says that it takes makes no difference.
    const { all } = await listen({ accept, cookie: await server.signIn(user) })
    await change(user)
    expect(await all).toContain('present')
  })

  it('given its token is revoked, then it ends, and one by a login goes on', async () => {
    const user = await server.person('administrator')
    const api = server.as(user)
    const { tokenId, token } = await api.tokens.create({ name: 'watcher' })
    const byToken = await listen({ authorization: `Bearer ${token}` })
    const byLogin = await listen({ cookie: await server.signIn(user) })
    await api.tokens.revoke({ tokenId })
    await byToken.all
    const still = Symbol('open')
    expect(await Promise.race([byLogin.all, new Promise((resolve) => setImmediate(resolve, still))])).toBe(still)
  })

  it('given it ends by itself or its reader leaves, then nobody watches for its owner any more', async () => {
    const cookie = await server.signIn(await server.person('administrator'))
    const before = accessWatchers()
    const open = (path: string) =>
      server.trpc(new Request(`http://patchbay.local/api/trpc/${path}`, { headers: { accept: 'text/event-stream', cookie } }))
    const input = encodeURIComponent(JSON.stringify({ json: { flowId: 'nowhere' } }))
    await (await open(`flows.watch?input=${input}`)).text()
    await (await open('me.get')).text()
    const left = await open('calls.live')
    expect(accessWatchers()).toBe(before + 1)
    await left.body?.cancel()
    expect(accessWatchers()).toBe(before)
  })
})
