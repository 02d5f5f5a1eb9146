import { randomInt } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { ULAW_SILENCE } from './g711'
import { keyPayload, PACKET_MS, PACKET_SAMPLES, PCMU, rtpPacket, TELEPHONE_EVENT } from './rtp-packet'

/** Silence between two digits. */
const PAUSE_PACKETS = 3

/** One packet of audio that came in. */
export interface AudioPacket {
  /** `performance.now()` on arrival. */
  readonly at: number
  readonly payload: Uint8Array
  readonly marker: boolean
  readonly sequence: number
  readonly timestamp: number
  readonly ssrc: number
}

/** When a digit went out, by `performance.now()`: its first packet, and the first that says it has ended. */
export interface Pressed {
  readonly began: number
  readonly ended: number
}

/** One RTP stream each way: sends µ-law silence every 20 ms (as a phone does), and digits (RFC 4733) when asked. */
export class RtpStream {
  readonly #socket: Socket
  readonly #ssrc = randomInt(2 ** 32)
  #sequence = randomInt(2 ** 15)
  #timestamp = randomInt(2 ** 31)
  #target: { readonly host: string; readonly port: number } | undefined
  #timer: NodeJS.Timeout | undefined
  #next = 0
  #digits: Digit[] = []
  #pause = 0
  /** Sound to send instead of silence, 160 bytes of µ-law a packet. */
  source: (() => Uint8Array) | undefined
  onAudio: (packet: AudioPacket) => void = () => {}

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('message', (datagram) => this.#receive(datagram))
    // Packets to a port that was just closed.
    socket.on('error', () => {})
  }

  static async open(host: string): Promise<RtpStream> {
    const socket = createSocket('udp4')
    socket.bind(0, host)
    await once(socket, 'listening')
    return new RtpStream(socket)
  }

  get port(): number {
    return this.#socket.address().port
  }

  /** Begins to send, or sends elsewhere from now on. */
  sendTo(host: string, port: number): void {
    this.#target = { host, port }
    if (this.#timer) return
    this.#next = performance.now()
    this.#tick()
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const digit of this.#digits) digit.done({ began: digit.began, ended: performance.now() })
    this.#digits = []
    this.#socket.close()
  }

  /** Presses a key for `ms`; resolves when its first end packet is sent. Keys pressed at once are sent one after the other. */
  press(key: string, ms = 100): Promise<Pressed> {
    return new Promise((done) =>
      this.#digits.push({ key, packets: Math.max(1, Math.round(ms / PACKET_MS)), sent: 0, start: 0, began: 0, done }),
    )
  }

  #tick(): void {
    const digit = this.#digits[0]
    if (this.#pause > 0) this.#pause--
    if (digit && this.#pause === 0) this.#sendDigit(digit)
    else this.#send(PCMU, this.source?.() ?? silence, this.#timestamp, false)
    this.#timestamp = (this.#timestamp + PACKET_SAMPLES) >>> 0
    // A phone that was held up leaves packets out; one that made up for them would send its keys in a burst.
    this.#next = Math.max(this.#next + PACKET_MS, performance.now())
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, this.#next - performance.now()))
  }

  #sendDigit(digit: Digit): void {
    if (digit.sent === 0) {
      digit.start = this.#timestamp
      digit.began = performance.now()
    }
    digit.sent++
    const ending = digit.sent > digit.packets
    const duration = Math.min(digit.sent, digit.packets) * PACKET_SAMPLES
    const payload = keyPayload(digit.key, duration, ending)
    const send = () => this.#send(TELEPHONE_EVENT, payload, digit.start, digit.sent === 1)
    send()
    if (!ending) return
    const ended = performance.now()
    send()
    send()
    this.#digits.shift()
    this.#pause = PAUSE_PACKETS
    digit.done({ began: digit.began, ended })
  }

  #send(type: number, payload: Uint8Array, timestamp: number, marker: boolean): void {
    if (!this.#target) return
    const packet = rtpPacket({ type, sequence: this.#sequence, timestamp, ssrc: this.#ssrc, marker }, payload)
    this.#sequence = (this.#sequence + 1) & 0xffff
    this.#socket.send(packet, this.#target.port, this.#target.host, () => {})
  }

  #receive(datagram: Buffer): void {
    const at = performance.now()
    if (datagram.length < 12 || (datagram[0] ?? 0) >> 6 !== 2) return
    const type = datagram.readUInt8(1) & 0x7f
    if (type !== 0) return
    const skip = 12 + (datagram.readUInt8(0) & 0x0f) * 4
    this.onAudio({
      at,
      payload: datagram.subarray(skip),
      marker: (datagram.readUInt8(1) & 0x80) !== 0,
      sequence: datagram.readUInt16BE(2),
      timestamp: datagram.readUInt32BE(4),
      ssrc: datagram.readUInt32BE(8),
    })
  }
}

interface Digit {
  readonly key: string
  readonly packets: number
  sent: number
  start: number
  began: number
  readonly done: (pressed: Pressed) => void
}

const silence = new Uint8Array(PACKET_SAMPLES).fill(ULAW_SILENCE)
