import { ULAW_SILENCE } from '../caller/g711'
import { keyPayload, PACKET_MS, PACKET_SAMPLES, PCMU, rtpPacket, TELEPHONE_EVENT } from '../caller/rtp-packet'

/** A key pressed so long after the answer, ms. */
export interface Press {
  readonly key: string
  readonly atMs: number
}

const KEY_PACKETS = 5
const END_PACKETS = 3

/**
 * What a caller sends in a call of `ms`, as a capture that SIPp plays: silence every 20 ms (a phone is never silent on
 * the wire, and without audio Asterisk waits 500 ms for it), with RFC 4733 keys at their times.
 */
export function callerPcap(ms: number, presses: readonly Press[]): Buffer {
  const silence = new Uint8Array(PACKET_SAMPLES).fill(ULAW_SILENCE)
  const waiting = [...presses].sort((one, other) => one.atMs - other.atMs)
  const records: Buffer[] = [fileHeader()]
  let sequence = 1
  const add = (atMs: number, type: number, timestamp: number, payload: Uint8Array, marker = false) =>
    records.push(record(atMs, rtpPacket({ type, sequence: sequence++, timestamp, ssrc: 0x50415443, marker }, payload)))

  for (let at = 0; at < ms; at += PACKET_MS) {
    const press = waiting[0]
    if (!press || at < press.atMs) {
      add(at, PCMU, at * 8, silence)
      continue
    }
    waiting.shift()
    const start = at * 8
    for (let packet = 1; packet <= KEY_PACKETS; packet++, at += PACKET_MS) {
      add(at, TELEPHONE_EVENT, start, keyPayload(press.key, packet * PACKET_SAMPLES, false), packet === 1)
    }
    for (let packet = 0; packet < END_PACKETS; packet++) {
      add(at, TELEPHONE_EVENT, start, keyPayload(press.key, KEY_PACKETS * PACKET_SAMPLES, true))
    }
  }
  return Buffer.concat(records)
}

/** Format of libpcap, little-endian, Ethernet. */
function fileHeader(): Buffer {
  const head = Buffer.alloc(24)
  head.writeUInt32LE(0xa1b2c3d4, 0)
  head.writeUInt16LE(2, 4)
  head.writeUInt16LE(4, 6)
  head.writeUInt32LE(65_535, 16)
  head.writeUInt32LE(1, 20)
  return head
}

/** One UDP datagram with its headers; SIPp replaces addresses, ports and sums. */
function record(atMs: number, rtp: Buffer): Buffer {
  const packet = Buffer.alloc(14 + 20 + 8)
  packet.writeUInt16BE(0x0800, 12)
  packet[14] = 0x45
  packet.writeUInt16BE(28 + rtp.length, 16)
  packet[22] = 64
  packet[23] = 17
  packet.writeUInt32BE(0x7f000001, 26)
  packet.writeUInt32BE(0x7f000001, 30)
  packet.writeUInt16BE(6000, 34)
  packet.writeUInt16BE(6000, 36)
  packet.writeUInt16BE(8 + rtp.length, 38)
  const head = Buffer.alloc(16)
  const length = packet.length + rtp.length
  head.writeUInt32LE(Math.floor(atMs / 1000), 0)
  head.writeUInt32LE((atMs % 1000) * 1000, 4)
  head.writeUInt32LE(length, 8)
  head.writeUInt32LE(length, 12)
  return Buffer.concat([head, packet, rtp])
}
