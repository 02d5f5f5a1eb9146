import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEngineControl } from '@/app/server/engine/client'
import { fail, ok } from '@/engine/errors'
import type { EngineEvent } from './protocol'
import { type ControlHandlers, serveControl } from './server'
import { controlSocket } from './socket'

/** A promise that is settled from outside (Node 20 has no `Promise.withResolvers`). */
function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const started: EngineEvent = { type: 'step-entered', sessionId: 's1', flowId: 'f1', path: 'menu', visit: 2, at: 5 }

const noPractice = () => fail('PRACTICE_UNAVAILABLE', 'There are telephones here.')

function handlers(overrides: Partial<ControlHandlers> = {}): ControlHandlers {
  return {
    health: () => ({
      engine: 'up',
      journal: 'ok',
      journalError: null,
      telephony: { state: 'up', version: '22.0.0' },
      liveCalls: 1,
      sipPort: 5060,
    }),
    live: async () => [],
    hangup: async () => ok(),
    phone: async () => fail('TELEPHONY_DOWN', 'Asterisk is away.'),
    practice: { call: noPractice, state: noPractice, move: noPractice },
    speech: async ({ text }) => ok(new TextEncoder().encode(text)),
    reloadTelephony: async () => ok(),
    events: () => () => {},
    sipWebsocketPort: () => null,
    ...overrides,
  }
}

describe('the control socket', () => {
  let folder: string
  let close: () => Promise<void> = async () => {}
  const socket = () => join(folder, 'run/engine.sock')
  const serve = async (overrides?: Partial<ControlHandlers>) => {
    close = (await serveControl(socket(), handlers(overrides))).close
    return createEngineControl(socket())
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pb-'))
  })
  afterEach(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })

  test('answers the web process by the protocol, and only our own user can open it', async () => {
    const engine = await serve()
    expect(await engine.health()).toMatchObject({ ok: true, value: { engine: 'up', liveCalls: 1 } })
    expect(await engine.live()).toEqual(ok([]))
    expect(statSync(socket()).mode & 0o777).toBe(0o600)
  })

  test('a handler’s problem arrives with its code', async () => {
    const engine = await serve()
    expect(await engine.phone({ userId: 'u', displayName: 'U' })).toMatchObject({ ok: false, error: { code: 'TELEPHONY_DOWN' } })
  })

  test('a body that is not the protocol’s is refused', async () => {
    const engine = await serve()
    expect(await engine.speech({ text: '', language: 'en' })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
  })

  test('events reach the reader, who is forgotten when he leaves', async () => {
    let emit: (event: EngineEvent) => void = () => {}
    const left = deferred<void>()
    const subscribed = deferred<void>()
    const engine = await serve({
      events: (listener) => {
        emit = listener
        subscribed.resolve()
        return () => left.resolve()
      },
    })
    const reader = new AbortController()
    const events = engine.events(reader.signal)[Symbol.asyncIterator]()
    await events.next()
    await subscribed.promise
    emit(started)
    expect(await events.next()).toEqual({ done: false, value: started })
    reader.abort()
    await events.next()
    await left.promise
  })

  test('the phone’s websocket is piped to Asterisk’s /ws', async () => {
    const asked = deferred<string>()
    const asterisk: Server = createServer((connection) => {
      connection.on('error', () => {})
      connection.once('data', (data) => {
        asked.resolve(data.toString())
        connection.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
      })
    })
    await new Promise<void>((resolve) => asterisk.listen(0, '127.0.0.1', resolve))
    const address = asterisk.address()
    await serve({ sipWebsocketPort: () => (typeof address === 'object' && address ? address.port : null) })
    const upgraded = deferred<void>()
    const outgoing = request({ socketPath: socket(), path: '/sip', headers: { connection: 'Upgrade', upgrade: 'websocket' } })
    outgoing.on('upgrade', (_response, connection) => {
      connection.destroy()
      upgraded.resolve()
    })
    outgoing.end()
    await upgraded.promise
    expect(await asked.promise).toMatch(/^GET \/ws HTTP\/1\.1\r\nhost: 127\.0\.0\.1/)
    asterisk.close()
  })

  test('a data folder with a long path gets its socket elsewhere', () => {
    const long = `/${'x'.repeat(120)}`
    expect(controlSocket('/data')).toBe('/data/run/engine.sock')
    expect(Buffer.byteLength(controlSocket(long))).toBeLessThan(100)
    expect(controlSocket(long)).not.toBe(controlSocket(`${long}y`))
  })
})
