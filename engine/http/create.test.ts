import { createServer, type RequestListener, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { HttpRequest } from '@/engine/ports'
import { createHttp } from './create'
import type { Resolver } from './guard'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(handler: RequestListener): Promise<number> {
  const server = createServer(handler)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const ask = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5000,
  idempotencyKey: 'session:1',
  ...more,
})
const local = createHttp({ allowedHosts: () => ['127.0.0.1'] })
const never = new AbortController().signal

describe('outgoing HTTP', () => {
  test('asks an allowed host, with the visit as idempotency key', async () => {
    const port = await serve((request, response) => response.end(`${request.method} ${request.headers['idempotency-key']}`))
    const answer = await local.request(ask(`http://127.0.0.1:${port}/x`, { method: 'POST', body: 'a' }), never)
    expect(answer).toMatchObject({ ok: true, value: { status: 200, body: 'POST session:1' } })
  })

  test('the time limit is the server’s: reading the settings takes nothing from it', async () => {
    const port = await serve((_request, response) => response.end('here'))
    const slow = createHttp({ allowedHosts: () => new Promise((resolve) => setTimeout(() => resolve(['127.0.0.1']), 1500)) })
    const answer = await slow.request(ask(`http://127.0.0.1:${port}/`, { timeoutMs: 1000 }), never)
    expect(answer).toMatchObject({ ok: true, value: { body: 'here' } })
  })

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
  ])('refuses %s when it is not allowed', async (url) => {
    const answer = await createHttp({ allowedHosts: () => [] }).request(ask(url), never)
    expect(answer).toMatchObject({ ok: false, error: { code: 'HTTP_ADDRESS_REFUSED' } })
  })

  test('refuses a name that resolves to a private address, also beside a public one', async () => {
    const resolver: Resolver = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    const answer = await createHttp({ allowedHosts: () => [], resolver }).request(ask('http://rebind.example/'), never)
    expect(answer).toMatchObject({ ok: false, error: { code: 'HTTP_ADDRESS_REFUSED' } })
  })

  test('connects to the address that was checked, though the name resolves to another later', async () => {
    const port = await serve((_request, response) => response.end('the checked one'))
    let asked = 0
    const resolver: Resolver = async () => {
      asked += 1
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const http = createHttp({ allowedHosts: () => ['rebind.example'], resolver })
    expect(await http.request(ask(`http://rebind.example:${port}/`), never)).toMatchObject({ ok: true, value: { body: 'the checked one' } })
    expect(asked).toBe(1)
  })

  test.each(['ftp://example.com/', 'file:///etc/passwd', 'http://user:password@example.com/', 'nonsense'])(
    '%s is no address it asks',
    async (url) => {
      expect(await local.request(ask(url), never)).toMatchObject({ ok: false, error: { code: 'HTTP_URL_INVALID' } })
    },
  )

  test('a redirect to a private address is refused', async () => {
    const port = await serve((_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end())
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), never)).toMatchObject({
      ok: false,
      error: { code: 'HTTP_ADDRESS_REFUSED' },
    })
  })

  test('credentials do not follow a redirect to another origin, and a 303 is followed with GET', async () => {
    const second = await serve((request, response) => response.end(`${request.method} ${request.headers.authorization ?? 'none'}`))
    const first = await serve((_request, response) => response.writeHead(303, { location: `http://127.0.0.1:${second}/` }).end())
    const request = ask(`http://127.0.0.1:${first}/`, { method: 'POST', body: 'x', headers: { Authorization: 'Bearer secret' } })
    expect(await local.request(request, never)).toMatchObject({ ok: true, value: { body: 'GET none' } })
  })

  test('headers of any name stay with the origin they were meant for; within it they follow', async () => {
    const seen = await serve((request, response) => response.end(JSON.stringify(request.headers)))
    const away = await serve((_request, response) => response.writeHead(307, { location: `http://127.0.0.1:${seen}/` }).end())
    const home = await serve((request, response) =>
      request.url === '/again' ? response.end(JSON.stringify(request.headers)) : response.writeHead(307, { location: '/again' }).end(),
    )
    const headers = { 'X-Shop-Token': 'secret', Accept: 'application/json', Cookie: 'a=b' }
    const other = await local.request(ask(`http://127.0.0.1:${away}/`, { headers }), never)
    const same = await local.request(ask(`http://127.0.0.1:${home}/`, { headers }), never)
    if (!other.ok || !same.ok) throw new Error('not followed')
    expect(JSON.parse(other.value.body)).not.toMatchObject({ 'x-shop-token': 'secret' })
    expect(Object.keys(JSON.parse(other.value.body)).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host'])
    expect(JSON.parse(same.value.body)).toMatchObject({ 'x-shop-token': 'secret', cookie: 'a=b' })
  })

  test('a redirect to nonsense is an invalid address', async () => {
    const port = await serve((_request, response) => response.writeHead(302, { location: 'http://' }).end())
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), never)).toMatchObject({ ok: false, error: { code: 'HTTP_URL_INVALID' } })
  })

  test('the flow does not set headers of the connection', async () => {
    const port = await serve((request, response) => response.end(`${request.headers.host} ${request.headers['content-length']}`))
    const request = ask(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: 'abc',
      headers: { Host: 'evil', 'Content-Length': '99', Upgrade: 'x' },
    })
    expect(await local.request(request, never)).toMatchObject({ ok: true, value: { body: `127.0.0.1:${port} 3` } })
  })

  test('an answer in another character set is read', async () => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain; charset=GBK' }).end(Buffer.from([0xc4, 0xe3, 0xba, 0xc3])),
    )
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), never)).toMatchObject({ ok: true, value: { body: '你好' } })
  })

  test('endless redirects end', async () => {
    const port = await serve((request, response) => response.writeHead(302, { location: request.url ?? '/' }).end())
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), never)).toMatchObject({
      ok: false,
      error: { code: 'HTTP_TOO_MANY_REDIRECTS' },
    })
  })

  test('a server that is not there is unreachable', async () => {
    const port = await serve(() => {})
    const [server] = servers.splice(0)
    await new Promise((resolve) => server?.close(resolve))
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), never)).toMatchObject({ ok: false, error: { code: 'HTTP_UNREACHABLE' } })
  })

  test('an answer that never ends is cut at 1 MB', async () => {
    const port = await serve((_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(65_536, 'x')));
        response.once('drain', more)
      }
      more()
    })
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), never)).toMatchObject({ ok: false, error: { code: 'HTTP_TOO_LARGE' } })
  })

  test('50 MB in a small gzip are cut at 1 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    const port = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), never)).toMatchObject({ ok: false, error: { code: 'HTTP_TOO_LARGE' } })
  })

  test('headers that never come, and a body that stalls, meet the one time limit', async () => {
    const silent = await serve(() => {})
    const stalled = await serve((_request, response) => {
      response.write('begun')
    })
    for (const port of [silent, stalled]) {
      const answer = await local.request(ask(`http://127.0.0.1:${port}/`, { timeoutMs: 100 }), never)
      expect(answer).toMatchObject({ ok: false, error: { code: 'HTTP_TIMEOUT' } })
    }
  })

  test('a visit that is left takes its request with it', async () => {
    const port = await serve(() => leave.abort())
    const leave = new AbortController()
    expect(await local.request(ask(`http://127.0.0.1:${port}/`), leave.signal)).toMatchObject({ ok: false })
  })
})
