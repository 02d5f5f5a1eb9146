/** Audio in µ-law, and telephone keys (RFC 4733), by payload type. */
export const PCMU = 0
export const TELEPHONE_EVENT = 101
/** Of one packet: 20 ms at 8 kHz. */
export const PACKET_SAMPLES = 160
export const PACKET_MS = 20

const keys = '0123456789*#ABCD'

interface RtpHeader {
  readonly type: number
  readonly sequence: number
  readonly timestamp: number
  readonly ssrc: number
  readonly marker?: boolean
}

export function rtpPacket({ type, sequence, timestamp, ssrc, marker }: RtpHeader, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(12)
  head[0] = 0x80
  head[1] = (marker ? 0x80 : 0) | type
  head.writeUInt16BE(sequence & 0xffff, 2)
  head.writeUInt32BE(timestamp >>> 0, 4)
  head.writeUInt32BE(ssrc >>> 0, 8)
  return Buffer.concat([head, payload])
}

/** Payload that says: this key is held, for so many samples by now; `end` says it was let go. */
export function keyPayload(key: string, samples: number, end: boolean): Uint8Array {
  const event = keys.indexOf(key)
  if (event < 0 || key.length !== 1) throw new Error(`not a telephone key: ${key}`)
  return Uint8Array.of(event, (end ? 0x80 : 0) | 10, samples >> 8, samples & 0xff)
}
