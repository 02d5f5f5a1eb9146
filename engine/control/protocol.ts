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

/** Whom the flow is calling for a practice call. */
export const PracticeParty = z.object({ called: z.string(), state: z.enum(['ringing', 'answered']) })
export type PracticeParty = z.infer<typeof PracticeParty>

/** `GET /practice/<callId>?owner=`: a call without telephones, where there is no Asterisk. */
export const PracticeCall = z.object({
  callId: z.string(),
  answered: z.boolean(),
  over: z.boolean(),
  music: z.boolean(),
  /** What the caller says would be recorded now. */
  recording: z.boolean(),
  /** What the caller heard, in order; times in ms, `to` null while it plays. */
  heard: z.array(
    z.object({
      kind: z.enum(['speech', 'sound', 'recording']),
      text: z.string(),
      language: z.string(),
      from: z.number(),
      to: z.number().nullable(),
    }),
  ),
  party: PracticeParty.nullable(),
})
export type PracticeCall = z.infer<typeof PracticeCall>

/** What the person does on a practice call; `party…` is what the other side of a transfer does. */
export const PracticeMove = z.discriminatedUnion('does', [
  z.object({ does: z.literal('press'), keys: z.string().regex(/^[0-9*#A-D]{1,40}$/) }),
  z.object({ does: z.literal('hangup') }),
  z.object({ does: z.literal('party'), move: z.enum(['answer', 'busy', 'no-answer', 'hangup']) }),
])
export type PracticeMove = z.infer<typeof PracticeMove>

// Practice calls: `POST /practice` { owner, to, name }; `GET /practice/<callId>?owner=`; `POST /practice/<callId>` { owner, move }.
// Also: `POST /speech` { text, language } → audio/wav; `POST /live/<sessionId>/hangup`; `POST /telephony/reload` after phones or trunk changed.
// `GET /sip` (Upgrade: websocket) is piped to Asterisk's SIP websocket.  Errors: 4xx/5xx with a `Problem` as JSON.
