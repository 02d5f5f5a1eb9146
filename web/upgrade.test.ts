import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { pipeUpgrade } from './upgrade'

let folder: string
let socketPath: string
let front: Server
const closing: (() => void)[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
  socketPath = join(folder, 'e.sock')
  front = createServer()
  front.on('upgrade', (request, socket, head) => pipeUpgrade(request, socket, head, { socketPath, path: '/sip' }))
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  closing.push(() => front.close())
})

afterEach(() => {
  for (const close of closing.splice(0)) close()
  rmSync(folder, { recursive: true })
})

const address = () => `ws://127.0.0.1:${(front.address() as AddressInfo).port}/sip` // a TCP server's address

async function engine(onRequest: (headers: Record<string, unknown>) => void = () => {}) {
  const server = createServer()
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'sip' })
  sockets.on('connection', (socket, request) => {
    onRequest({ ...request.headers, url: request.url })
    socket.on('message', (data) => socket.send(`echo ${String(data)}`))
  })
  await new Promise<void>((resolve) => server.listen(socketPath, resolve))
  closing.push(() => {
    for (const client of sockets.clients) client.terminate()
    server.close()
  })
  return sockets
}

describe('pipeUpgrade', () => {
  it('given an engine, then messages go both ways and the login cookie stays here', async () => {
    let seen: Record<string, unknown> = {}
    await engine((headers) => {
      seen = headers
    })
    const socket = new WebSocket(address(), 'sip', { headers: { cookie: 'secret=1' } })
    socket.on('open', () => socket.send('REGISTER'))
    const reply = await new Promise((resolve, reject) => {
      socket.on('message', (data) => resolve(String(data)))
      socket.on('error', reject)
    })
    expect(reply).toBe('echo REGISTER')
    expect(socket.protocol).toBe('sip')
    expect(seen.url).toBe('/sip')
    expect(seen.cookie).toBeUndefined()
    socket.terminate()
  })

  it('given the engine goes away, then the browser’s socket closes', async () => {
    const sockets = await engine()
    const socket = new WebSocket(address(), 'sip')
    await new Promise((resolve) => socket.on('open', resolve))
    const closed = new Promise((resolve) => socket.on('close', resolve))
    for (const client of sockets.clients) client.terminate()
    await closed
    expect(socket.readyState).toBe(WebSocket.CLOSED)
  })

  it('given no engine, then 502', async () => {
    const socket = new WebSocket(address(), 'sip')
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('error', () => {})
    })
    expect(status).toBe(502)
  })
})
