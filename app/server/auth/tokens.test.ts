import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../testing/test-server'
import { actorOfToken } from './tokens'

describe('API tokens', { timeout: 60_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.remove())
  const status = async (token: string) => {
    const request = new Request('http://patchbay.local/api/trpc/flows.list', { headers: { authorization: `Bearer ${token}` } })
    return (await server.trpc(request)).status
  }

  it('acts with its owner’s role until it is revoked, and is stored as a hash only', async () => {
    const api = server.as(await server.person('analyst'))
    const { tokenId, token } = await api.tokens.create({ name: 'deploy' })
    expect(token).toMatch(/^pb_[\w-]{43}$/)
    expect(JSON.stringify(await server.prisma.apiToken.findMany())).not.toContain(token.slice(3))
    expect(await status(token)).toBe(200)
    expect((await api.tokens.list())[0]?.lastUsedAt).toBeInstanceOf(Date)
    await api.tokens.revoke({ tokenId })
    expect(await status(token)).toBe(401)
  })

  it('ends when its time is over or its owner is disabled', async () => {
    const user = await server.person('supervisor')
    const { token } = await server.as(user).tokens.create({ name: 'short', expiresInDays: 1 })
    const asked = (now: Date) => actorOfToken(server.prisma, `Bearer ${token}`, now)
    expect((await asked(new Date()))?.id).toBe(user.id)
    expect(await asked(new Date(Date.now() + 25 * 3600_000))).toBeNull()
    await server.machine.users.disable({ userId: user.id })
    expect(await asked(new Date())).toBeNull()
  })

  it('ends when its owner gets a new password', async () => {
    const user = await server.person('analyst')
    const { token } = await server.as(user).tokens.create({ name: 'known to somebody' })
    expect(await status(token)).toBe(200)
    await server.machine.users.resetPassword({ userId: user.id })
    expect(await status(token)).toBe(401)
  })

  it('is seen and revoked by its owner alone', async () => {
    const { tokenId } = await server.as(await server.person('analyst')).tokens.create({ name: 'mine' })
    const other = server.as(await server.person('administrator'))
    expect((await other.tokens.list()).map((token) => token.tokenId)).not.toContain(tokenId)
    await expect(other.tokens.revoke({ tokenId })).rejects.toMatchObject({ problem: { code: 'NOT_FOUND' } })
  })

  it.each(['', 'Bearer', 'Bearer pb_short', `Bearer pb_${'x'.repeat(43)}`, 'Basic YTpi'])('refuses %j', async (authorization) => {
    expect(await actorOfToken(server.prisma, authorization)).toBeNull()
  })
})
