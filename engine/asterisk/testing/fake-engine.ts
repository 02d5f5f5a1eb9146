import { createServer, type Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AriAddress, ariAuthorization } from '../ari-info'

/** An event of ARI, as far as these tests look into it. */
export interface AriEvent {
  readonly type: string
  readonly args?: readonly string[]
  readonly digit?: string
  readonly cause?: number
  readonly channel?: { readonly id: string; readonly name: string; readonly dialplan: { readonly context: string; readonly exten: string } }
}

type Channel = NonNullable<AriEvent['channel']>

const PATIENCE_MS = 10_000

/** Stands in for the engine: Asterisk connects to it, and it does what a test tells it to. */
export class FakeEngine {
  readonly events: AriEvent[] = []
  /** What `onStart` threw: a call that was given up while we were away is gone when we hear of it. */
  readonly errors: unknown[] = []
  /** Of each connection: what Asterisk logged in with. */
  readonly logins: (string | undefined)[] = []
  readonly #http: Server
  readonly #ari: AriAddress
  #socket: WebSocket | undefined
  #waiting: (() => void)[] = []
  /** Called for every call that comes in. */
  onStart: (channel: Channel, args: readonly string[]) => unknown = () => {}

  private constructor(http: Server, ari: AriAddress) {
    this.#http = http
    this.#ari = ari
    new WebSocketServer({ server: http, path: '/ari' }).on('connection', (socket, request) => {
      this.#socket = socket
      this.logins.push(request.headers.authorization)
      socket.on('message', (data) => this.#take(JSON.parse(String(data))))
      this.#wake()
    })
  }

  /** Listens; Asterisk tries again every 250 ms, so it is here soon after. */
  static async listen(port: number, ari: AriAddress): Promise<FakeEngine> {
    const http = createServer()
    await new Promise<void>((resolve, reject) => http.once('error', reject).listen(port, '127.0.0.1', resolve))
    return new FakeEngine(http, ari)
  }

  async connected(): Promise<void> {
    await this.#until('connection of Asterisk', () => this.#socket)
  }

  /** The first event that fits, also one that has come before. */
  event(fits: (event: AriEvent) => boolean): Promise<AriEvent> {
    return this.#until(`event like ${fits}`, () => this.events.find(fits))
  }

  /** A request over HTTP; throws on an error status. */
  async rest(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#ari.url}${path}`, {
      method,
      headers: { authorization: ariAuthorization(this.#ari), 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  /** Takes the call, as the engine does: the guard's clock off, then answer. */
  async takeCall({ id }: Channel): Promise<void> {
    await this.rest('POST', `/channels/${id}/variable?variable=TIMEOUT(absolute)&value=0`)
    await this.rest('POST', `/channels/${id}/answer`)
  }

  /** Goes away as a killed process does: at once and without a word. */
  async close(): Promise<void> {
    this.#socket?.terminate()
    if (!this.#http.listening) return
    await new Promise((resolve) => {
      this.#http.close(resolve)
      this.#http.closeAllConnections()
    })
  }

  #take(event: AriEvent): void {
    this.events.push(event)
    if (event.type === 'StasisStart' && event.channel) void this.#start(event.channel, event.args ?? [])
    this.#wake()
  }

  async #start(channel: Channel, args: readonly string[]): Promise<void> {
    try {
      await this.onStart(channel, args)
    } catch (error) {
      this.errors.push(error)
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }

  async #until<T>(what: string, look: () => T | undefined): Promise<T> {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const found = look()
      if (found !== undefined) return found
      if (Date.now() >= end) throw new Error(`no ${what}; there were: ${this.events.map(({ type }) => type).join(', ')}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, end - Date.now())
        this.#waiting.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }
}
