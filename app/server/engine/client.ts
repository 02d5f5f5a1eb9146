import type { z } from 'zod'
import { EngineHealth, LiveSession, PhoneAccount, PracticeCall } from '@/engine/control/protocol'
import { ok, type Result } from '@/engine/errors'
import type { EngineControl } from './control'
import { engineEvents } from './events'
import { askEngine, engineDown } from './request'

/** Talks to the engine over its Unix socket; connects at each request, so the engine may come and go. */
export function createEngineControl(socketPath: string, options: { readonly retryMs?: number } = {}): EngineControl {
  const get = (path: string, timeoutMs?: number) => askEngine(socketPath, { method: 'GET', path, timeoutMs })
  const post = (path: string, body?: unknown) => askEngine(socketPath, { method: 'POST', path, body })
  return {
    health: async () => parsed(EngineHealth, await get('/health', 2000)),
    live: async () => parsed(LiveSession.array(), await get('/live')),
    hangup: async (sessionId) => done(await post(`/live/${encodeURIComponent(sessionId)}/hangup`)),
    phone: async (user) => parsed(PhoneAccount, await post('/phone', user)),
    practice: {
      call: async (owner, to, name) => parsed(PracticeCall, await post('/practice', { owner, to, name })),
      state: async (owner, callId) =>
        parsed(PracticeCall, await get(`/practice/${encodeURIComponent(callId)}?owner=${encodeURIComponent(owner)}`)),
      move: async (owner, callId, move) => parsed(PracticeCall, await post(`/practice/${encodeURIComponent(callId)}`, { owner, move })),
    },
    speech: (utterance) => post('/speech', utterance),
    reloadTelephony: async () => done(await post('/telephony/reload')),
    events: engineEvents(socketPath, options.retryMs),
  }
}

function parsed<S extends z.ZodType>(schema: S, answer: Result<Buffer>): Result<z.output<S>> {
  if (!answer.ok) return answer
  try {
    return ok(schema.parse(JSON.parse(answer.value.toString('utf8'))))
  } catch (error) {
    return engineDown(error)
  }
}

const done = (answer: Result<Buffer>): Result<void> => (answer.ok ? ok() : answer)
