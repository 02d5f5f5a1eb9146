import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { formatSip, header, parseSip, type SipMessage } from './sip-message'

export const token = (bytes = 6): string => randomBytes(bytes).toString('hex')

type Headers = SipMessage['headers']

/** SIP over UDP towards one server: sends requests with retransmission, answers requests. */
export class SipSocket {
  readonly #socket: Socket
  readonly #server: { readonly host: string; readonly port: number }
  readonly #transactions = new Map<string, (response: SipMessage) => void>()
  /** Given every request that comes in. */
  onRequest: (request: SipMessage) => void = () => {}
  /** Given responses that belong to no open transaction: a repeated 200 wants its ACK again. */
  onStray: (response: SipMessage) => void = () => {}

  private constructor(socket: Socket, server: { host: string; port: number }) {
    this.#socket = socket
    this.#server = server
    socket.on('message', (datagram) => this.#receive(datagram.toString('utf8')))
  }

  /** Binds a port of the system's choice on `host`. */
  static async open(server: { host: string; port: number }): Promise<SipSocket> {
    const socket = createSocket('udp4')
    socket.bind(0, server.host)
    await once(socket, 'listening')
    return new SipSocket(socket, server)
  }

  get host(): string {
    return this.#socket.address().address
  }

  get port(): number {
    return this.#socket.address().port
  }

  close(): void {
    this.#socket.close()
  }

  /** Sends a request; `onResponse` gets every answer to it until a final one. Returns the branch, for ACK and CANCEL. */
  request(method: string, uri: string, headers: Headers, body: string, onResponse: (response: SipMessage) => void): string {
    const branch = `z9hG4bK${token()}`
    const message = this.#build(method, uri, branch, headers, body)
    let pause = 500
    let retry: NodeJS.Timeout | undefined
    const repeat = () => {
      this.#send(message)
      retry = setTimeout(repeat, pause)
      pause = Math.min(pause * 2, 4000)
    }
    const key = `${branch} ${method}`
    const giveUp = setTimeout(() => {
      clearTimeout(retry)
      this.#transactions.delete(key)
      onResponse({ start: { status: 408, reason: 'No answer' }, headers: [], body: '' })
    }, 32_000)
    this.#transactions.set(key, (response) => {
      clearTimeout(retry)
      clearTimeout(giveUp)
      if ('status' in response.start && response.start.status >= 200) this.#transactions.delete(key)
      onResponse(response)
    })
    repeat()
    return branch
  }

  /** Sends a request that has no answer (ACK), or whose answer does not matter. */
  notify(method: string, uri: string, headers: Headers, branch = `z9hG4bK${token()}`): void {
    this.#send(this.#build(method, uri, branch, headers, ''))
  }

  /** Answers a request. */
  respond(request: SipMessage, status: number, reason: string, extra: Headers = [], body = '', toTag = ''): void {
    const copied = request.headers
      .filter(([name]) => ['via', 'from', 'to', 'call-id', 'cseq', 'record-route'].includes(name))
      .map(([name, value]) =>
        name === 'to' && toTag && !value.includes(';tag=') ? ([name, `${value};tag=${toTag}`] as const) : ([name, value] as const),
      )
    this.#send({ start: { status, reason }, headers: [...copied, ...extra], body })
  }

  #build(method: string, uri: string, branch: string, headers: Headers, body: string): SipMessage {
    const via = `SIP/2.0/UDP ${this.host}:${this.port};rport;branch=${branch}`
    return { start: { method, uri }, headers: [['via', via], ['max-forwards', '70'], ...headers], body }
  }

  #send(message: SipMessage): void {
    this.#socket.send(formatSip(message), this.#server.port, this.#server.host, () => {
      // A server that is gone shows as silence, which whoever waits bounds.
    })
  }

  #receive(datagram: string): void {
    const message = parseSip(datagram)
    if (!message) return
    if ('method' in message.start) {
      this.onRequest(message)
      return
    }
    const branch = /branch=([^;,\s]+)/.exec(header(message, 'via'))?.[1] ?? ''
    const method = header(message, 'cseq').split(' ')[1] ?? ''
    const known = this.#transactions.get(`${branch} ${method}`)
    if (known) known(message)
    else this.onStray(message)
  }
}
