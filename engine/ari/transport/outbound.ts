import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { AriEvent } from '../events/event'
import type { Log } from '../log'
import { down, MAX_MESSAGE_BYTES, RestSocket } from './rest-socket'
import { sendTogether } from './send-together'
import type { AriRequest, AriTransport, TransportListener } from './transport'

/** Where we wait for Asterisk, and how it proves that it is ours. */
export interface OutboundOptions {
  /** On 127.0.0.1; 0 = any free one (see `port`). */
  readonly port: number
  readonly user: string
  readonly password: string
  readonly version: string
  readonly log: Log
}

/** An Asterisk that says nothing after it connected is asked all the same. */
const MUTE_MS = 250

/**
 * Asterisk's persistent outbound websocket (20.15, 21.10, 22.5 and newer): it connects to us, tries again by itself,
 * and keeps events, new calls included, while we are away.
 */
export class OutboundTransport implements AriTransport {
  readonly kind = 'websocket'
  readonly version: string
  readonly #options: OutboundOptions
  #server: WebSocketServer | undefined
  #socket: RestSocket | undefined

  constructor(options: OutboundOptions) {
    this.#options = options
    this.version = options.version
  }

  /** The port in use, once started. */
  get port(): number {
    const address = this.#server?.address()
    return typeof address === 'object' && address !== null ? address.port : this.#options.port
  }

  async start(listener: TransportListener): Promise<void> {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: this.#options.port,
      path: '/ari',
      perMessageDeflate: false,
      maxPayload: MAX_MESSAGE_BYTES,
      verifyClient: ({ req }: { req: IncomingMessage }) => this.#isOurs(req),
      handleProtocols: (protocols) => (protocols.has('ari') ? 'ari' : false),
    })
    this.#server = server
    await once(server, 'listening')
    server.on('error', (error) => this.#options.log.error({ error: error.message }, 'the port for Asterisk failed'))
    server.on('connection', (ws, { socket }) => this.#take(ws, socket, listener))
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    this.#socket = undefined
    if (!server) return
    for (const client of server.clients) client.terminate()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  request(request: AriRequest): ReturnType<AriTransport['request']> {
    return this.#socket?.request(request) ?? Promise.resolve(down())
  }

  #take(ws: WebSocket, tcp: Socket, listener: TransportListener): void {
    // Asterisk opens one at a time: a second one means that the first is dead, even if TCP has not noticed.
    if (this.#socket) this.#drop(this.#socket, listener, 'Asterisk connected anew')
    // Asterisk forgets what reaches it together with our answer to its handshake until more comes (seen in 22.10): a
    // request sent at once was answered 5 s later. Its first word (`ApplicationRegistered`) says that it listens.
    const ready = () => {
      ws.off('message', ready)
      clearTimeout(mute)
      if (this.#socket === socket) listener.connected()
    }
    const mute = setTimeout(ready, MUTE_MS)
    ws.once('message', ready)
    const tell = (event: AriEvent) => {
      if (this.#socket !== socket) return
      // Its configuration was read again: our application was registered anew on this very socket.
      if (event.type === 'replaced') listener.connected()
      else listener.event(event)
    }
    const socket = new RestSocket(ws, sendTogether(tcp), tell, this.#options.log)
    this.#socket = socket
    ws.on('close', () => {
      clearTimeout(mute)
      if (this.#socket === socket) this.#drop(socket, listener, 'Asterisk closed the connection')
    })
  }

  #drop(socket: RestSocket, listener: TransportListener, reason: string): void {
    this.#socket = undefined
    socket.ws.terminate()
    listener.disconnected(reason)
  }

  #isOurs({ headers }: IncomingMessage): boolean {
    const { user, password, log } = this.#options
    const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    const ours = timingSafeEqual(digest(headers.authorization ?? ''), digest(expected))
    if (!ours) log.warn({}, 'a websocket with a wrong password was refused')
    return ours
  }
}

/** Equal lengths, as the comparison wants. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
