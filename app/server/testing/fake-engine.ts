import { EventEmitter, on } from 'node:events'
import type { EngineEvent, EngineHealth, LiveSession } from '@/engine/control/protocol'
import { fail, ok } from '@/engine/errors'
import type { EngineControl } from '../engine/control'

/** An engine in memory. `up = false`: it does not answer. */
export interface FakeEngine extends EngineControl {
  up: boolean
  readonly liveSessions: LiveSession[]
  readonly hungUp: string[]
  /** What its health answer says otherwise than all is well. */
  ill: Partial<EngineHealth>
  reloads: number
  emit(event: EngineEvent): void
}

export function createFakeEngine(): FakeEngine {
  const emitter = new EventEmitter().setMaxListeners(0)
  const down = () => fail('ENGINE_DOWN', 'The engine does not answer.')
  const practice = () =>
    engine.up ? ok({ callId: 'practice-1', answered: true, over: false, music: false, recording: false, heard: [], party: null }) : down()
  const engine: FakeEngine = {
    up: true,
    liveSessions: [],
    hungUp: [],
    ill: {},
    reloads: 0,
    emit: (event) => void emitter.emit('event', event),
    health: async () =>
      engine.up
        ? ok({
            engine: 'up',
            journal: 'ok',
            journalError: null,
            telephony: { state: 'up', version: '22.10.0' },
            liveCalls: engine.liveSessions.length,
            sipPort: 5060,
            ...engine.ill,
          })
        : down(),
    live: async () => (engine.up ? ok(engine.liveSessions) : down()),
    hangup: async (sessionId) => {
      if (!engine.up) return down()
      engine.hungUp.push(sessionId)
      return ok()
    },
    phone: async ({ userId }) =>
      engine.up ? ok({ username: `web-${userId}`, password: 'once', domain: 'patchbay', expiresAt: 1 }) : down(),
    practice: {
      call: async () => practice(),
      state: async () => practice(),
      move: async () => practice(),
    },
    speech: async ({ text }) => (engine.up ? ok(new TextEncoder().encode(`RIFF ${text}`)) : down()),
    reloadTelephony: async () => {
      if (!engine.up) return down()
      engine.reloads += 1
      return ok()
    },
    async *events(signal) {
      yield { type: 'connected' }
      try {
        for await (const [event] of on(emitter, 'event', { signal })) yield event as EngineEvent // only `emit` above emits
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
  }
  return engine
}
