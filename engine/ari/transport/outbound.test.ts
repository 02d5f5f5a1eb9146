import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { AriEvent } from '../events/event'
import { silentLog } from '../log'
import { OutboundTransport } from './outbound'

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const registered = JSON.stringify({ type: 'ApplicationRegistered', timestamp: '2026-11-22T04:07:57.437+0000' })
const digit = (key: string) =>
  JSON.stringify({ type: 'ChannelDtmfReceived', timestamp: '2026-11-22T04:07:57.437+0000', digit: key, channel: { id: 'c1' } })

describe('the socket that Asterisk opens', () => {
  let transport: OutboundTransport
  let told: string[]
  let changed: () => void
  const sockets: WebSocket[] = []

  beforeEach(async () => {
    told = []
    changed = () => {}
    transport = new OutboundTransport({ port: 0, user: 'patchbay', password: 'right', version: '22.10.1', log: silentLog })
    const tell = (what: string) => {
      told.push(what)
      changed()
    }
    await transport.start({
      event: (event: AriEvent) => tell(event.type === 'digit' ? event.digit : event.type),
      connected: () => tell('connected'),
      disconnected: () => tell('disconnected'),
    })
  })
  afterEach(async () => {
    for (const ws of sockets.splice(0)) ws.terminate()
    await transport.stop()
  })

  function open(password = 'right', protocol = 'ari', path = '/ari'): WebSocket {
    const headers = { authorization: basic(`patchbay:${password}`) }
    const ws = new WebSocket(`ws://127.0.0.1:${transport.port}${path}`, [protocol], { headers })
    sockets.push(ws)
    return ws
  }

  async function connect(): Promise<WebSocket> {
    const ws = open()
    await once(ws, 'open')
    ws.send(registered)
    await until(() => told.includes('connected'))
    return ws
  }

  function until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      changed = () => condition() && resolve()
      changed()
    })
  }

  it('given the right password, when Asterisk has said something, then we are connected; not before', async () => {
    const ws = open()
    await once(ws, 'open')
    expect(told).toEqual([])
    ws.send(registered)
    await until(() => told.length > 0)
    expect(told).toEqual(['connected'])
  })

  it('given an Asterisk that says nothing, then we are connected all the same', async () => {
    await once(open(), 'open')
    await until(() => told.includes('connected'))
  })

  it.each([
    ['a wrong password', () => open('wrong')],
    ['another protocol', () => open('right', 'sip')],
    ['another path', () => open('right', 'ari', '/other')],
  ])('given %s, then the socket is refused', async (_what, attempt) => {
    const ws = attempt()
    const [error] = await once(ws, 'error')
    expect(String(error)).toMatch(/40[01]|subprotocol/)
    expect(told).toEqual([])
  })

  it('given events, then they come in order; those that cannot be read are passed over', async () => {
    const ws = await connect()
    for (const message of [digit('1'), 'not json', '[]', 'null', '{"type":7}', digit('x'), digit('2')]) ws.send(message)
    await until(() => told.at(-1) === '2')
    expect(told).toEqual(['connected', '1', '2'])
  })

  it('given requests, then each gets its own answer, in whatever order they come', async () => {
    const ws = await connect()
    const asked: { request_id: string; uri: string; message_body?: string }[] = []
    ws.on('message', (data) => {
      asked.push(JSON.parse(String(data)))
      if (asked.length < 2) return
      for (const { request_id, uri } of [...asked].reverse()) {
        ws.send(JSON.stringify({ type: 'RESTResponse', request_id, status_code: 200, message_body: JSON.stringify({ uri }) }))
      }
    })
    const [one, two] = await Promise.all([
      transport.request({ method: 'GET', path: ['channels', 'a:1/2'] }),
      transport.request({ method: 'POST', path: ['channels', 'b', 'play'], body: { media: ['sound:x', 'sound:y,z'] } }),
    ])
    expect(one).toEqual({ ok: true, value: { status: 200, body: { uri: 'channels/a%3A1%2F2' } } })
    expect(two).toEqual({ ok: true, value: { status: 200, body: { uri: 'channels/b/play' } } })
    expect(JSON.parse(asked[1]?.message_body ?? '')).toEqual({ media: ['sound:x', 'sound:y,z'] })
  })

  it('given the socket breaks, then requests under way and new ones say so, and so are we told', async () => {
    const ws = await connect()
    const waiting = transport.request({ method: 'GET', path: ['channels'] })
    await once(ws, 'message')
    ws.terminate()
    const down = { ok: false, error: { code: 'TELEPHONY_DOWN' } }
    expect(await waiting).toMatchObject(down)
    await until(() => told.includes('disconnected'))
    expect(await transport.request({ method: 'GET', path: ['channels'] })).toMatchObject(down)
  })

  it('given Asterisk connects anew while the first socket seems alive, then the new one counts', async () => {
    const first = await connect()
    const closed = once(first, 'close')
    const second = open()
    await once(second, 'open')
    second.send(registered)
    await until(() => told.length === 3)
    expect(told).toEqual(['connected', 'disconnected', 'connected'])
    await closed
    second.send(digit('9'))
    await until(() => told.at(-1) === '9')
  })

  it('given Asterisk has read its configuration again, then what is there is asked again', async () => {
    const ws = await connect()
    ws.send(JSON.stringify({ type: 'ApplicationReplaced', timestamp: '2026-11-22T04:07:57.437+0000' }))
    await until(() => told.length === 2)
    expect(told).toEqual(['connected', 'connected'])
  })

  it('given the port is taken, then starting says so', async () => {
    const second = new OutboundTransport({ port: transport.port, user: 'a', password: 'b', version: '22.10.1', log: silentLog })
    await expect(second.start({ event() {}, connected() {}, disconnected() {} })).rejects.toThrow(/EADDRINUSE/)
  })
})
