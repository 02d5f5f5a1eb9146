import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { silentLog } from '../log'
import { atLeast } from '../version'
import { AriClientTransport } from './ari-client'
import { chooseTransport } from './choose'
import { InboundTransport } from './inbound'
import { RemoteTransport } from './remote'

const listener = { event() {}, connected() {}, disconnected() {} }

describe('an Asterisk somewhere', () => {
  let close = () => {}
  afterEach(() => close())

  it('given it is starting up, then it is asked again until it tells its version', async () => {
    const answers = [503, 200]
    const server = createServer((request, response) => {
      const right = request.headers.authorization === `Basic ${Buffer.from('u:p').toString('base64')}`
      response.writeHead(right ? (answers.shift() ?? 200) : 401).end(JSON.stringify({ system: { version: '18.10.0~dfsg' } }))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    close = () => server.close()
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/ari`
    let begun = () => {}
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const start = vi.fn(async () => begun())
    const chosen = { kind: 'ari-client', version: '18.10.0', start, stop: vi.fn(), request: vi.fn() } as const
    const versions: string[] = []
    const remote = new RemoteTransport({ url, user: 'u', password: 'p', app: 'patchbay' }, silentLog, (_server, version) => {
      versions.push(version)
      return chosen
    })
    expect(await remote.request({ method: 'GET', path: ['channels'] })).toMatchObject({ ok: false, error: { code: 'TELEPHONY_DOWN' } })
    await remote.start(listener)
    await started
    expect(versions).toEqual(['18.10.0'])
    await new Promise((resolve) => setImmediate(resolve))
    expect([remote.kind, remote.version]).toEqual(['ari-client', '18.10.0'])
    expect(chosen.start).toHaveBeenCalledWith(listener)
    await remote.stop()
    expect(chosen.stop).toHaveBeenCalledOnce()
  })

  it.each([
    ['18.26.4', AriClientTransport],
    ['20.13.0', AriClientTransport],
    ['20.14.0', InboundTransport],
    ['21.8.1', AriClientTransport],
    ['22.4', InboundTransport],
    ['22.3.0', AriClientTransport],
    ['23.0.0', InboundTransport],
  ])('given version %s, then the fastest way that it knows is taken', (version, way) => {
    expect(chooseTransport({ url: 'http://x/ari', user: '', password: '', app: 'a' }, version, silentLog)).toBeInstanceOf(way)
  })

  it('given versions, then the first minor version of each major one counts', () => {
    expect(atLeast('19.99', { 20: 14, 21: 9 })).toBe(false)
    expect(atLeast('22.0', { 20: 14, 21: 9 })).toBe(true)
  })
})
