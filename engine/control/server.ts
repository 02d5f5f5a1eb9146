import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { z } from 'zod'
import type { Problem, Result } from '@/engine/errors'
import { type EngineEvent, type EngineHealth, type LiveSession, type PhoneAccount, type PracticeCall, PracticeMove } from './protocol'
import { prepareSocketFolder } from './socket'

/** What the engine can be asked; given by the composition root. */
export interface ControlHandlers {
  health(): EngineHealth
  /** Once the calls from before the engine's start are known again. */
  live(): Promise<readonly LiveSession[]>
  hangup(sessionId: string): Promise<Result<void>>
  phone(user: { readonly userId: string; readonly displayName: string }): Promise<Result<PhoneAccount>>
  practice: PracticeHandlers
  /** WAV. */
  speech(utterance: { readonly text: string; readonly language: string }): Promise<Result<Uint8Array>>
  reloadTelephony(): Promise<Result<void>>
  /** Subscribes to events; the returned function ends it. */
  events(listener: (event: EngineEvent) => void): () => void
  /** Port of Asterisk's HTTP server on loopback, for the phones' websocket; null when there is none. */
  sipWebsocketPort(): number | null
}

/** Practice calls; `PRACTICE_UNAVAILABLE` where there are telephones. */
export interface PracticeHandlers {
  call(ownerId: string, to: string, name: string): Result<PracticeCall>
  state(ownerId: string, callId: string): Result<PracticeCall>
  move(ownerId: string, callId: string, move: PracticeMove): Result<PracticeCall>
}

const MAX_BODY = 64 * 1024
/** Bytes a slow reader of events may be behind before it is cut off; it connects again and asks for the present state. */
const MAX_BEHIND = 1024 * 1024

const Speech = z.object({ text: z.string().min(1).max(5000), language: z.string().max(20) })
const PracticeStart = z.object({ owner: z.string().min(1).max(64), to: z.string().min(1).max(40), name: z.string().max(120) })
const PracticeStep = z.object({ owner: z.string().min(1).max(64), move: PracticeMove })
const Phone = z.object({ userId: z.string().min(1).max(64), displayName: z.string().max(120) })

/** Serves the control protocol on a Unix socket that only our own user can open; resolves once it listens. */
export async function serveControl(socketPath: string, handlers: ControlHandlers): Promise<{ close(): Promise<void> }> {
  prepareSocketFolder(socketPath)
  // Left by an engine that was killed; the data folder belongs to one engine at a time.
  rmSync(socketPath, { force: true })
  const server = createServer((request, response) => void answer(handlers, request, response))
  server.on('upgrade', (request, socket: Socket, head: Buffer) => pipeToAsterisk(handlers.sipWebsocketPort(), request, socket, head))
  await listen(server, socketPath)
  chmodSync(socketPath, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(socketPath, resolve)
  })
}

async function answer(handlers: ControlHandlers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://engine')
  const route = `${request.method} ${url.pathname}`
  const practice = /^\/practice\/([\w-]+)$/.exec(url.pathname)?.[1]
  const hangup = /^POST \/live\/([^/]+)\/hangup$/.exec(route)
  try {
    if (route === 'GET /health') return send(response, 200, handlers.health())
    if (route === 'GET /live') return send(response, 200, await handlers.live())
    if (route === 'GET /events') return streamEvents(handlers, response)
    if (route === 'POST /telephony/reload') return sendResult(response, await handlers.reloadTelephony())
    if (hangup?.[1]) return sendResult(response, await handlers.hangup(decodeURIComponent(hangup[1])))
    if (route === 'POST /phone') return sendResult(response, await handlers.phone(Phone.parse(await body(request))))
    if (route === 'POST /practice') {
      const { owner, to, name } = PracticeStart.parse(await body(request))
      return sendResult(response, handlers.practice.call(owner, to, name))
    }
    if (practice && request.method === 'GET') {
      return sendResult(response, handlers.practice.state(url.searchParams.get('owner') ?? '', practice))
    }
    if (practice && request.method === 'POST') {
      const { owner, move } = PracticeStep.parse(await body(request))
      return sendResult(response, handlers.practice.move(owner, practice, move))
    }
    if (route === 'POST /speech') {
      const wav = await handlers.speech(Speech.parse(await body(request)))
      if (!wav.ok) return sendResult(response, wav)
      response.writeHead(200, { 'content-type': 'audio/wav' }).end(wav.value)
      return
    }
    send(response, 404, { code: 'NOT_FOUND', message: `The engine has no ${route}.` } satisfies Problem)
  } catch (error) {
    // Only a body that is not what the protocol says comes here.
    const message = error instanceof Error ? error.message : String(error)
    if (!response.headersSent) send(response, 400, { code: 'INPUT_INVALID', message } satisfies Problem)
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function sendResult(response: ServerResponse, result: Result<unknown>): void {
  if (result.ok) send(response, 200, result.value ?? null)
  else send(response, 422, result.error)
}

async function body(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > MAX_BODY) throw new Error('The request is too large.')
  }
  return JSON.parse(text)
}

/** One JSON object a line, until the reader goes away or falls too far behind. */
function streamEvents(handlers: ControlHandlers, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  response.flushHeaders()
  const end = handlers.events((event) => {
    if (response.writableLength > MAX_BEHIND) response.destroy()
    else response.write(`${JSON.stringify(event)}\n`)
  })
  response.on('close', end)
}

/** Hands the upgraded connection on to Asterisk's `/ws` (SIP over websocket, RFC 7118) byte for byte. */
function pipeToAsterisk(port: number | null, request: IncomingMessage, socket: Socket, head: Buffer): void {
  socket.on('error', () => socket.destroy())
  if (port === null || request.url !== '/sip') {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
    return
  }
  const asterisk = connect(port, '127.0.0.1', () => {
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      name === 'host' || value === undefined ? [] : [`${name}: ${value}`],
    )
    asterisk.write(`GET /ws HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${headers.join('\r\n')}\r\n\r\n`)
    asterisk.write(head)
    asterisk.pipe(socket).pipe(asterisk)
  })
  asterisk.on('error', () => socket.destroy())
  asterisk.on('close', () => socket.destroy())
  socket.on('close', () => asterisk.destroy())
}
