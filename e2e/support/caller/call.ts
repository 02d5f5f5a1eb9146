import { performance } from 'node:perf_hooks'
import { answerChallenge } from './digest'
import { Ear } from './ear'
import { type Pressed, RtpStream } from './rtp'
import { mediaTarget, sdp } from './sdp'
import { header, type SipMessage, tagOf, uriOf } from './sip-message'
import { type SipSocket, token } from './sip-socket'

/** How a call ended; `status` is the SIP answer if it was never up. Times are `performance.now()`. */
export interface CallEnd {
  readonly by: 'us' | 'them'
  readonly at: number
  readonly status?: number
}

interface Dialog {
  readonly callId: string
  readonly localTag: string
  /** `<sip:…>` without a tag. */
  readonly local: string
  readonly remote: string
}

/** One call of a test, seen from the phone: signalling, keys, and what is heard. */
export class Call {
  readonly ear = new Ear()
  readonly ringing: Promise<number>
  /** Time of the 200; rejects if the call is refused or ends before. */
  readonly answered: Promise<number>
  readonly ended: Promise<CallEnd>
  /** The INVITE of a call that came in. */
  readonly invite: SipMessage | undefined
  readonly #sip: SipSocket
  readonly #rtp: RtpStream
  readonly #dialog: Dialog
  #remoteTag = ''
  #target: string
  #sequence = 1
  #state: 'calling' | 'up' | 'over' = 'calling'
  #inviteBranch = ''
  #rings: (at: number) => void = () => {}
  #answers: (at: number) => void = () => {}
  #refuses: (error: Error) => void = () => {}
  #ends: (end: CallEnd) => void = () => {}

  private constructor(sip: SipSocket, rtp: RtpStream, dialog: Dialog, target: string, invite?: SipMessage) {
    this.#sip = sip
    this.#rtp = rtp
    this.#dialog = dialog
    this.#target = target
    this.invite = invite
    if (invite) this.#remoteTag = tagOf(header(invite, 'from'))
    this.ringing = new Promise((resolve) => (this.#rings = resolve))
    this.answered = new Promise((resolve, reject) => {
      this.#answers = resolve
      this.#refuses = reject
    })
    this.ended = new Promise((resolve) => (this.#ends = resolve))
    // Whoever waits for it is told; nobody has to.
    this.answered.catch(() => {})
    rtp.onAudio = (packet) => this.ear.take(packet)
  }

  get callId(): string {
    return this.#dialog.callId
  }

  /** Calls `number`. */
  static async out(
    sip: SipSocket,
    server: { host: string; port: number },
    number: string,
    from: { name: string; password?: string },
  ): Promise<Call> {
    const rtp = await RtpStream.open(server.host)
    const uri = `sip:${number}@${server.host}:${server.port}`
    const dialog = { callId: token(12), localTag: token(), local: `<sip:${from.name}@${server.host}>`, remote: `<${uri}>` }
    const call = new Call(sip, rtp, dialog, uri)
    call.#invite(from)
    return call
  }

  /** A call that came in; ring, answer or reject it. */
  static async incoming(sip: SipSocket, host: string, invite: SipMessage): Promise<Call> {
    const rtp = await RtpStream.open(host)
    const dialog = {
      callId: header(invite, 'call-id'),
      localTag: token(),
      local: `<${uriOf(header(invite, 'to'))}>`,
      remote: `<${uriOf(header(invite, 'from'))}>`,
    }
    return new Call(sip, rtp, dialog, uriOf(header(invite, 'contact')), invite)
  }

  /** Presses keys one after the other; resolves with the times of the last one. */
  async press(keys: string, ms = 100): Promise<Pressed> {
    const [first = '', ...more] = keys
    let last = await this.#rtp.press(first, ms)
    for (const key of more) last = await this.#rtp.press(key, ms)
    return last
  }

  /** Sends sound instead of silence: 160 bytes of µ-law a packet, every 20 ms. */
  speak(source: (() => Uint8Array) | undefined): void {
    this.#rtp.source = source
  }

  /** Says 180. */
  ring(): void {
    this.#reply(180, 'Ringing')
  }

  /** Takes a call that came in. */
  answer(): void {
    if (!this.invite || this.#state !== 'calling') return
    this.#reply(200, 'OK', sdp(this.#sip.host, this.#rtp.port))
    this.#up(this.invite.body)
  }

  /** Refuses a call that came in: 486 busy, 603 declined … */
  reject(status = 486): void {
    if (this.#state !== 'calling') return
    this.#reply(status, 'Rejected')
    this.#over({ by: 'us', at: performance.now(), status })
  }

  /** Hangs up, or gives up a call that was not answered; resolves when it is over. */
  async hangup(): Promise<CallEnd> {
    if (this.#state === 'up') {
      const at = performance.now()
      await new Promise<void>((resolve) =>
        this.#sip.request('BYE', this.#target, this.#headers('BYE', ++this.#sequence), '', () => resolve()),
      )
      this.#over({ by: 'us', at })
    } else if (this.#state === 'calling') {
      if (this.invite) this.reject(480)
      else this.#sip.notify('CANCEL', this.#target, this.#headers('CANCEL', this.#sequence, false), this.#inviteBranch)
    }
    return this.ended
  }

  /** A request within this call. */
  request(request: SipMessage): void {
    if (!('method' in request.start)) return
    const { method } = request.start
    if (method === 'ACK' || (method === 'INVITE' && this.#state !== 'up')) return
    if (method === 'INVITE') {
      const media = mediaTarget(request.body)
      if (media) this.#rtp.sendTo(media.host, media.port)
      this.#sip.respond(request, 200, 'OK', this.#withBody(), sdp(this.#sip.host, this.#rtp.port))
      return
    }
    this.#sip.respond(request, 200, 'OK')
    if (method === 'BYE') this.#over({ by: 'them', at: performance.now() })
    if (method === 'CANCEL' && this.#state === 'calling') {
      this.#reply(487, 'Request Terminated')
      this.#over({ by: 'them', at: performance.now(), status: 487 })
    }
  }

  /** A repeated 200: its ACK was lost. */
  stray(response: SipMessage): void {
    if ('status' in response.start && response.start.status === 200 && header(response, 'cseq').endsWith('INVITE')) this.#ack()
  }

  #invite(from: { name: string; password?: string }, login?: readonly [string, string]): void {
    const headers = [...this.#headers('INVITE', this.#sequence), ...this.#withBody(), ...(login ? [login] : [])]
    this.#inviteBranch = this.#sip.request('INVITE', this.#target, headers, sdp(this.#sip.host, this.#rtp.port), (response) => {
      if (!('status' in response.start)) return
      const { status, reason } = response.start
      if (status === 180 || status === 183) this.#rings(performance.now())
      if (status < 200) return
      this.#remoteTag = tagOf(header(response, 'to'))
      if (status < 300) {
        this.#target = uriOf(header(response, 'contact')) || this.#target
        this.#ack()
        return this.#up(response.body)
      }
      this.#sip.notify('ACK', this.#target, this.#headers('ACK', this.#sequence), this.#inviteBranch)
      const challenge = header(response, 'www-authenticate') || header(response, 'proxy-authenticate')
      if (challenge && from.password !== undefined && !login) {
        this.#sequence++
        this.#remoteTag = ''
        const answer = answerChallenge(challenge, 'INVITE', this.#target, { username: from.name, password: from.password })
        return this.#invite(from, [status === 401 ? 'authorization' : 'proxy-authorization', answer])
      }
      this.#refuses(new Error(`the call was refused: ${status} ${reason}`))
      this.#over({ by: status === 487 ? 'us' : 'them', at: performance.now(), status })
    })
  }

  #up(body: string): void {
    if (this.#state !== 'calling') return
    this.#state = 'up'
    const media = mediaTarget(body)
    if (media) this.#rtp.sendTo(media.host, media.port)
    this.#answers(performance.now())
  }

  #over(end: CallEnd): void {
    if (this.#state === 'over') return
    if (this.#state === 'calling') this.#refuses(new Error(`the call ended before it was answered (${end.status ?? end.by})`))
    this.#state = 'over'
    this.#rtp.close()
    this.#ends(end)
  }

  #ack(): void {
    this.#sip.notify('ACK', this.#target, this.#headers('ACK', this.#sequence))
  }

  #reply(status: number, reason: string, body = ''): void {
    if (this.invite) this.#sip.respond(this.invite, status, reason, body ? this.#withBody() : this.#contact(), body, this.#dialog.localTag)
  }

  #headers(method: string, sequence: number, toTag = true): (readonly [string, string])[] {
    const { local, localTag, remote, callId } = this.#dialog
    return [
      ['from', `${local};tag=${localTag}`],
      ['to', toTag && this.#remoteTag ? `${remote};tag=${this.#remoteTag}` : remote],
      ['call-id', callId],
      ['cseq', `${sequence} ${method}`],
      ...this.#contact(),
    ]
  }

  #contact(): (readonly [string, string])[] {
    return [['contact', `<sip:test@${this.#sip.host}:${this.#sip.port}>`]]
  }

  #withBody(): (readonly [string, string])[] {
    return [...this.#contact(), ['content-type', 'application/sdp']]
  }
}
