/**
 * What the web process and the CLI ask of the engine: HTTP over the Unix socket `<data>/run/engine.sock`
 * (its folder is 0700, so the file system is the guard), JSON bodies, `GET /events` as newline-delimited JSON.
 */
import { z } from 'zod'
import { errorCodes } from '@/engine/errors'

/** Path of the engine's control socket, relative to the data folder. */
export const CONTROL_SOCKET = 'run/engine.sock'

const ProblemShape = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** `GET /health`. */
export const EngineHealth = z.object({
  engine: z.literal('up'),
  /** `degraded`: calls go on, but the journal is held in memory because the database refuses writes. */
  journal: z.enum(['ok', 'degraded']),
  /** Its code, and why: `STORE_FULL: database or disk is full`. */
  journalError: z.string().nullable(),
  telephony: z.object({
    state: z.enum(['up', 'down', 'none']),
    version: z.string().optional(),
    transport: z.string().optional(),
    /** Why calls cannot come in, and what to do; absent for a moment while that is found out. */
    problem: ProblemShape.optional(),
  }),
  liveCalls: z.number(),
  sipPort: z.number().nullable(),
})
export type EngineHealth = z.infer<typeof EngineHealth>

/** `GET /events`: what happens on live calls. */
export const EngineEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('session-started'),
    sessionId: z.string(),
    interactionId: z.string(),
    flowId: z.string(),
    versionId: z.string(),
    from: z.string(),
    to: z.string(),
    at: z.number(),
  }),
  z.object({
    type: z.literal('step-entered'),
    sessionId: z.string(),
    flowId: z.string(),
    path: z.string(),
    visit: z.number(),
    at: z.number(),
  }),
  z.object({
    type: z.literal('step-left'),
    sessionId: z.string(),
    flowId: z.string(),
    path: z.string(),
    visit: z.number(),
    outcome: z.string(),
    errorCode: z.string().nullable(),
    at: z.number(),
  }),
  z.object({
    type: z.literal('session-ended'),
    sessionId: z.string(),
    interactionId: z.string(),
    flowId: z.string(),
    outcome: z.string(),
    at: z.number(),
  }),
])
export type EngineEvent = z.infer<typeof EngineEvent>

/** `GET /live`: calls in flows right now. */
export const LiveSession = z.object({
  sessionId: z.string(),
  interactionId: z.string(),
  flowId: z.string(),
  versionId: z.string(),
  from: z.string(),
  to: z.string(),
  path: z.string(),
  startedAt: z.number(),
})
export type LiveSession = z.infer<typeof LiveSession>

/** `POST /phone` with `{ userId, displayName }`: a one-page SIP account for the browser phone. */
export const PhoneAccount = z.object({
  username: z.string(),
  password: z.string(),
  /** SIP domain to register at. */
  domain: z.string(),
  expiresAt: z.number(),
})
export type PhoneAccount = z.infer<typeof PhoneAccount>

// Also: `POST /speech` { text, language } → audio/wav; `POST /live/<sessionId>/hangup`; `POST /telephony/reload` after phones or trunk changed.
// `GET /sip` (Upgrade: websocket) is piped to Asterisk's SIP websocket.  Errors: 4xx/5xx with a `Problem` as JSON.
