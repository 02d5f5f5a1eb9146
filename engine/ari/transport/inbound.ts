import { WebSocket } from 'ws'
import type { AriEvent } from '../events/event'
import type { Log } from '../log'
import { down, MAX_MESSAGE_BYTES, RestSocket } from './rest-socket'
import { sendTogether } from './send-together'
import type { AriRequest, AriTransport, TransportListener } from './transport'

/** ARI by its URL. */
export interface AriServer {
  /** `http://host:8088/ari`, without a slash at the end. */
  readonly url: string
  readonly user: string
  readonly password: string
  readonly app: string
}

const AGAIN_MS = 500

/**
 * A websocket that we open to Asterisk. Unlike one that Asterisk opens to us it keeps nothing while we are away:
 * what happened then is found out by asking (calls that have gone), digits pressed meanwhile are lost.
 */
export class InboundTransport implements AriTransport {
  readonly kind = 'websocket'
  #socket: RestSocket | undefined
  #again: NodeJS.Timeout | undefined
  #stopped = false

  constructor(
    private readonly server: AriServer,
    readonly version: string,
    private readonly log: Log,
  ) {}

  async start(listener: TransportListener): Promise<void> {
    this.#open(listener)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#again)
    this.#socket?.ws.terminate()
    this.#socket = undefined
  }

  request(request: AriRequest): ReturnType<AriTransport['request']> {
    return this.#socket?.request(request) ?? Promise.resolve(down())
  }

  #open(listener: TransportListener): void {
    const { url, user, password, app } = this.server
    const ws = new WebSocket(`${url.replace(/^http/, 'ws')}/events?app=${encodeURIComponent(app)}`, ['ari'], {
      headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
      perMessageDeflate: false,
      maxPayload: MAX_MESSAGE_BYTES,
      handshakeTimeout: 5000,
    })
    const tell = (event: AriEvent) => {
      if (this.#socket !== socket) return
      if (event.type === 'replaced') {
        // Asterisk would let us take it back, and the other program would too.
        this.log.error({ app }, 'another program took over our application in Asterisk')
        listener.disconnected('another program took over our application')
      } else {
        listener.event(event)
      }
    }
    let together = () => {}
    ws.on('upgrade', (response) => {
      together = sendTogether(response.socket)
    })
    const socket = new RestSocket(ws, () => together(), tell, this.log)
    ws.on('open', () => {
      this.#socket = socket
      listener.connected()
    })
    ws.on('close', () => {
      if (this.#socket === socket) {
        this.#socket = undefined
        listener.disconnected('Asterisk closed the connection')
      }
      if (!this.#stopped) this.#again = setTimeout(() => this.#open(listener), AGAIN_MS)
    })
  }
}
