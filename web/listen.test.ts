import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { listen } from './listen'

const servers = [createServer(), createServer()] as const
afterEach(() => {
  for (const server of servers) server.close()
})

describe('listen', () => {
  it('given a port that is taken, then says so and what to do', async () => {
    const [first, second] = servers
    expect(await listen(first, 0, '127.0.0.1')).toEqual({ ok: true, value: undefined })
    const { port } = first.address() as AddressInfo // a TCP server's address
    expect(await listen(second, port, '127.0.0.1')).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: expect.stringMatching(new RegExp(`Port ${port} is already in use.*PORT=${port + 1}`)) },
    })
  })
})
