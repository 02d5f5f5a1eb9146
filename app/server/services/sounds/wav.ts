import { fail, ok, type Result } from '@/engine/errors'

/** Sound as numbers: one channel, −1 … 1. */
export interface Samples {
  readonly rate: number
  readonly values: Float32Array
}

const PCM = 1
const FLOAT = 3
const A_LAW = 6
const MU_LAW = 7
const EXTENSIBLE = 0xfffe

/** Reads a WAV file: PCM of 8 to 32 bits, float, A-law or µ-law; several channels are mixed into one. `SOUND_UNREADABLE` otherwise. */
export function readWav(bytes: Uint8Array): Result<Samples> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') return unreadable('it is no WAV file')
  let format: { kind: number; channels: number; rate: number; bits: number } | undefined
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (tag(view, at) === 'fmt ' && size >= 16 && body + 16 <= view.byteLength) {
      const kind = view.getUint16(body, true)
      format = {
        kind: kind === EXTENSIBLE && size >= 26 && body + 26 <= view.byteLength ? view.getUint16(body + 24, true) : kind,
        channels: view.getUint16(body + 2, true),
        rate: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      }
    }
    if (tag(view, at) === 'data') {
      if (!format) return unreadable('its format is not told')
      const { channels, rate } = format
      const sample = sampleReader(view, format)
      if (!sample) return unreadable(`format ${format.kind} with ${format.bits} bits is not supported; save it as 16-bit PCM`)
      if (channels < 1 || channels > 8 || rate < 4000 || rate > 192_000)
        return unreadable(`${channels} channels at ${rate} Hz are not supported`)
      // Recorders that were cut off leave a size beyond the end.
      const frame = channels * (format.bits / 8)
      const frames = Math.floor(Math.min(size, view.byteLength - body) / frame)
      const values = new Float32Array(frames)
      for (let index = 0; index < frames; index += 1) {
        let sum = 0
        for (let channel = 0; channel < channels; channel += 1) sum += sample(body + index * frame + channel * (format.bits / 8))
        values[index] = sum / channels
      }
      return ok({ rate, values })
    }
    at = body + size + (size % 2)
  }
  return unreadable('it holds no sound')
}

function sampleReader(view: DataView, { kind, bits }: { kind: number; bits: number }): ((at: number) => number) | undefined {
  if (kind === PCM && bits === 8) return (at) => (view.getUint8(at) - 128) / 128
  if (kind === PCM && bits === 16) return (at) => view.getInt16(at, true) / 0x8000
  if (kind === PCM && bits === 24)
    return (at) => (view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getInt8(at + 2) << 16)) / 0x80_0000
  if (kind === PCM && bits === 32) return (at) => view.getInt32(at, true) / 0x8000_0000
  if (kind === FLOAT && bits === 32) return (at) => finite(view.getFloat32(at, true))
  if (kind === FLOAT && bits === 64) return (at) => finite(view.getFloat64(at, true))
  if (kind === MU_LAW && bits === 8) return (at) => muLaw(view.getUint8(at))
  if (kind === A_LAW && bits === 8) return (at) => aLaw(view.getUint8(at))
  return undefined
}

const finite = (value: number) => (Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0)

/** ITU-T G.711. */
function muLaw(byte: number): number {
  const code = ~byte & 0xff
  const magnitude = ((((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4)) - 0x84
  return (code & 0x80 ? -magnitude : magnitude) / 0x8000
}

/** ITU-T G.711. */
function aLaw(byte: number): number {
  const code = byte ^ 0x55
  const exponent = (code & 0x70) >> 4
  const mantissa = ((code & 0x0f) << 4) + (exponent === 0 ? 8 : 0x108)
  const magnitude = exponent > 1 ? mantissa << (exponent - 1) : mantissa
  return (code & 0x80 ? magnitude : -magnitude) / 0x8000
}

/** A WAV file of 16-bit PCM, one channel. */
export function writeWav({ rate, values }: Samples): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + values.length * 2)
  const view = new DataView(bytes.buffer)
  const text = (at: number, word: string) => bytes.set(new TextEncoder().encode(word), at)
  text(0, 'RIFF')
  view.setUint32(4, 36 + values.length * 2, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, PCM, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, values.length * 2, true)
  for (const [index, value] of values.entries()) view.setInt16(44 + index * 2, Math.round(Math.max(-1, Math.min(1, value)) * 0x7fff), true)
  return bytes
}

const tag = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function unreadable(reason: string): Result<never> {
  return fail('SOUND_UNREADABLE', `The sound cannot be read: ${reason}.`, { reason })
}
