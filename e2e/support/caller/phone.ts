import { Call } from './call'
import { answerChallenge } from './digest'
import { header, type SipMessage } from './sip-message'
import { SipSocket, token } from './sip-socket'

interface PhoneOptions {
  /** Asterisk's SIP port. */
  readonly port: number
  readonly host?: string
  /** User name or number shown as the caller; default `caller`. */
  readonly name?: string
  readonly password?: string
}

/** A SIP phone for tests: calls out, and once registered takes calls. */
export class Phone {
  readonly #sip: SipSocket
  readonly #server: { readonly host: string; readonly port: number }
  readonly #name: string
  readonly #password: string | undefined
  readonly #calls = new Map<string, Call>()
  #waiting: ((call: Call) => void)[] = []
  #arrived: Call[] = []
  #registered = false

  private constructor(sip: SipSocket, options: PhoneOptions) {
    this.#sip = sip
    this.#server = { host: options.host ?? '127.0.0.1', port: options.port }
    this.#name = options.name ?? 'caller'
    this.#password = options.password
    sip.onRequest = (request) => void this.#request(request)
    sip.onStray = (response) => this.#calls.get(header(response, 'call-id'))?.stray(response)
  }

  /**
   * @example
   * const phone = await Phone.open({ port: 5060 })
   * const call = await phone.call('7000')
   * await call.answered
   * await call.ear.quiet(500)
   * const { ended } = await call.press('1')
   * const { at } = await call.ear.spurt({ after: ended })
   */
  static async open(options: PhoneOptions): Promise<Phone> {
    return new Phone(await SipSocket.open({ host: options.host ?? '127.0.0.1', port: options.port }), options)
  }

  /** Its own SIP port. */
  get port(): number {
    return this.#sip.port
  }

  async call(number: string): Promise<Call> {
    const call = await Call.out(this.#sip, this.#server, number, { name: this.#name, password: this.#password })
    this.#calls.set(call.callId, call)
    return call
  }

  /** Registers for an hour; resolves with the final SIP status (200, or 401 for a wrong password). */
  async register(): Promise<number> {
    const status = await this.#register(3600)
    this.#registered = status === 200
    return status
  }

  async #register(seconds: number): Promise<number> {
    const uri = `sip:${this.#server.host}:${this.#server.port}`
    const me = `<sip:${this.#name}@${this.#server.host}>`
    const callId = token(12)
    const ask = (sequence: number, login: readonly (readonly [string, string])[]) =>
      new Promise<SipMessage>((resolve) => {
        const headers = [
          ['from', `${me};tag=${token()}`],
          ['to', me],
          ['call-id', callId],
          ['cseq', `${sequence} REGISTER`],
          ['contact', `<sip:${this.#name}@${this.#sip.host}:${this.#sip.port}>`],
          ['expires', String(seconds)],
          ...login,
        ] as const
        this.#sip.request('REGISTER', uri, headers, '', resolve)
      })
    let response = await ask(1, [])
    const challenge = header(response, 'www-authenticate')
    if (challenge && this.#password !== undefined) {
      const answer = answerChallenge(challenge, 'REGISTER', uri, { username: this.#name, password: this.#password })
      response = await ask(2, [['authorization', answer]])
    }
    return 'status' in response.start ? response.start.status : 0
  }

  /** The next call that comes in (or came in and was not taken up yet). */
  nextCall(within = 5000): Promise<Call> {
    const here = this.#arrived.shift()
    if (here) return Promise.resolve(here)
    return new Promise((resolve, reject) => {
      const take = (call: Call) => {
        clearTimeout(timer)
        resolve(call)
      }
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== take)
        reject(new Error(`no call came within ${within} ms`))
      }, within)
      this.#waiting.push(take)
    })
  }

  /** Hangs up what is left, unregisters, and closes. */
  async close(): Promise<void> {
    await Promise.all([...this.#calls.values()].map((call) => call.hangup()))
    if (this.#registered) await this.#register(0)
    this.#sip.close()
  }

  async #request(request: SipMessage): Promise<void> {
    if (!('method' in request.start)) return
    const id = header(request, 'call-id')
    const known = this.#calls.get(id)
    if (known) return known.request(request)
    if (request.start.method === 'INVITE') {
      // Without it Asterisk may not take the call back.
      this.#sip.respond(request, 100, 'Trying')
      const call = await Call.incoming(this.#sip, this.#server.host, request)
      // The same INVITE may have come twice while the socket was being opened.
      if (this.#calls.has(id)) return
      this.#calls.set(id, call)
      const taker = this.#waiting.shift()
      if (taker) taker(call)
      else this.#arrived.push(call)
    } else if (request.start.method !== 'ACK') {
      this.#sip.respond(request, request.start.method === 'OPTIONS' ? 200 : 481, 'OK')
    }
  }
}
