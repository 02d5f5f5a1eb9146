import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EngineEvent, PracticeCall } from '@/engine/control/protocol'
import { type ControlHandlers, serveControl } from '@/engine/control/server'
import { fail, ok } from '@/engine/errors'
import { type LiveEvent, liveCalls } from '../services/calls/live'
import { createEngineControl } from './client'

const session = { sessionId: 's1', interactionId: 'i1', flowId: 'f1', versionId: 'v1', from: '100', to: '7000', path: 'menu', startedAt: 5 }
const left = (visit: number, flowId = 'f1'): EngineEvent => ({
  type: 'step-entered',
  sessionId: 's1',
  flowId,
  path: 'menu',
  visit,
  at: visit,
})

describe('the engine’s control client', () => {
  let folder: string
  let socket: string
  let listeners: Set<(event: EngineEvent) => void>
  let engine: { close(): Promise<void> } | undefined
  let live = [session]

  const practised: PracticeCall = {
    callId: 'c-1',
    answered: true,
    over: false,
    music: false,
    recording: false,
    heard: [{ kind: 'speech', text: 'Hello', language: 'en', from: 1, to: null }],
    party: null,
  }
  const handlers: ControlHandlers = {
    health: () => ({
      engine: 'up',
      journal: 'ok',
      journalError: null,
      telephony: { state: 'none', problem: { code: 'ASTERISK_OFF', message: 'none here' } },
      liveCalls: 1,
      sipPort: null,
    }),
    live: async () => live,
    hangup: async (id) => (id === 's1' ? ok() : fail('CALL_GONE', 'The call is over.')),
    phone: async ({ userId }) => ok({ username: userId, password: 'p', domain: 'd', expiresAt: 1 }),
    practice: {
      call: (owner, to, name) => ok({ ...practised, callId: `${owner}-${to}-${name}` }),
      state: (owner, callId) => (owner === 'ada & co' && callId === 'c-1' ? ok(practised) : fail('CALL_GONE', 'The call is over.')),
      move: (_owner, callId, move) => ok({ ...practised, callId, over: move.does === 'hangup' }),
    },
    speech: async ({ text }) => ok(new TextEncoder().encode(text)),
    reloadTelephony: async () => ok(),
    events: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sipWebsocketPort: () => null,
  }
  const start = async () => {
    listeners = new Set()
    engine = await serveControl(socket, handlers)
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'control-'))
    socket = join(folder, 'run/engine.sock')
    await start()
  })
  afterEach(async () => {
    await engine?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('asks for health, live calls, phones, speech and hang-ups', async () => {
    const control = createEngineControl(socket)
    expect(await control.health()).toMatchObject({
      ok: true,
      value: { engine: 'up', telephony: { problem: { code: 'ASTERISK_OFF', message: 'none here' } } },
    })
    expect(await control.live()).toEqual({ ok: true, value: [session] })
    expect(await control.phone({ userId: 'u', displayName: 'U' })).toMatchObject({ value: { username: 'u' } })
    const spoken = await control.speech({ text: 'Grüße', language: 'de' })
    expect(spoken.ok && new TextDecoder().decode(spoken.value)).toBe('Grüße')
    expect(await control.hangup('s1')).toEqual({ ok: true, value: undefined })
    expect(await control.reloadTelephony()).toEqual({ ok: true, value: undefined })
  })

  it('hands the engine’s refusals on', async () => {
    expect(await createEngineControl(socket).hangup('gone')).toMatchObject({
      ok: false,
      error: { code: 'CALL_GONE', message: 'The call is over.' },
    })
  })

  it('says ENGINE_DOWN when nobody listens, or somebody answers nonsense', async () => {
    expect(await createEngineControl(join(folder, 'none.sock')).health()).toMatchObject({ ok: false, error: { code: 'ENGINE_DOWN' } })
    const nonsense: Server = createServer((_request, response) => response.end('{"engine":"maybe"}'))
    await new Promise<void>((resolve) => nonsense.listen(join(folder, 'odd.sock'), resolve))
    expect(await createEngineControl(join(folder, 'odd.sock')).health()).toMatchObject({ ok: false, error: { code: 'ENGINE_DOWN' } })
    nonsense.close()
  })

  it('shares one connection for events among all readers, and gives it up with the last', async () => {
    const control = createEngineControl(socket)
    const [one, two] = [new AbortController(), new AbortController()]
    const first = control.events(one.signal)[Symbol.asyncIterator]()
    const second = control.events(two.signal)[Symbol.asyncIterator]()
    const connected = await Promise.all([first.next(), second.next()])
    expect(connected.map(({ value }) => value)).toEqual([{ type: 'connected' }, { type: 'connected' }])
    expect(listeners.size).toBe(1)
    for (const listener of listeners) listener(left(1))
    expect([(await first.next()).value, (await second.next()).value]).toEqual([left(1), left(1)])
    one.abort()
    expect((await first.next()).done).toBe(true)
    const c = second.next()
    for (const listener of listeners) listener(left(2))
    expect((await c).value).toEqual(left(2))
    two.abort()
    expect((await second.next()).done).toBe(true)
    await expect.poll(() => listeners.size).toBe(0)
  })

  it('tells who begins to read later from where on it hears', async () => {
    const control = createEngineControl(socket)
    const [one, two] = [new AbortController(), new AbortController()]
    await control.events(one.signal)[Symbol.asyncIterator]().next()
    const late = control.events(two.signal)[Symbol.asyncIterator]()
    expect((await late.next()).value).toEqual({ type: 'connected' })
    for (const listener of listeners) listener(left(3))
    expect((await late.next()).value).toEqual(left(3))
    one.abort()
    two.abort()
  })

  it('goes on with an engine that was started again, and says so', async () => {
    const reading = new AbortController()
    const reader = createEngineControl(socket, { retryMs: 1 }).events(reading.signal)[Symbol.asyncIterator]()
    await reader.next()
    await engine?.close()
    await start()
    expect((await reader.next()).value).toEqual({ type: 'connected' })
    for (const listener of listeners) listener(left(7))
    expect((await reader.next()).value).toEqual(left(7))
    reading.abort()
  })

  describe('a live view', () => {
    const reading = new AbortController()
    let view: AsyncIterator<LiveEvent>
    beforeEach(async () => {
      live = [session]
      view = liveCalls(createEngineControl(socket, { retryMs: 1 }), 'f1', reading.signal)[Symbol.asyncIterator]()
      expect((await view.next()).value).toEqual({ type: 'present', calls: [session] })
    })

    it('begins with where the calls are now, then tells what happens, of one flow if asked', async () => {
      for (const listener of listeners) {
        listener(left(8, 'another'))
        listener(left(9))
      }
      expect((await view.next()).value).toEqual(left(9))
    })

    it('given the engine was started again, then tells which calls there are still', async () => {
      await engine?.close()
      live = []
      await start()
      expect((await view.next()).value).toEqual({ type: 'present', calls: [] })
    })

    it('given nobody looks any more, then ends', async () => {
      reading.abort()
      expect((await view.next()).done).toBe(true)
    })
  })
})
