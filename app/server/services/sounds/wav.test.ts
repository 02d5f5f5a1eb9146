import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resample } from './resample'
import { readWav, writeWav } from './wav'

/** A WAV file of one chunk of samples, written by hand. */
function file(kind: number, bits: number, channels: number, rate: number, data: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(44 + data.length)
  const view = new DataView(bytes.buffer)
  const text = (at: number, word: string) => bytes.set(new TextEncoder().encode(word), at)
  text(0, 'RIFF')
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, kind, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, rate, true)
  view.setUint16(34, bits, true)
  text(36, 'data')
  view.setUint32(40, data.length, true)
  bytes.set(data, 44)
  return bytes
}

const samples = (bytes: Uint8Array) => {
  const read = readWav(bytes)
  if (!read.ok) throw new Error(read.error.message)
  return [...read.value.values]
}

describe('WAV files', () => {
  it('reads 8, 16, 24 and 32 bits, and both companded formats', () => {
    expect(samples(file(1, 8, 1, 8000, [0, 128, 255]))).toEqual([-1, 0, expect.closeTo(1, 1)])
    expect(samples(file(1, 16, 1, 8000, [0x00, 0x80, 0x00, 0x40]))).toEqual([-1, 0.5])
    expect(samples(file(1, 24, 1, 8000, [0, 0, 0x80, 0, 0, 0x40]))).toEqual([-1, 0.5])
    expect(samples(file(1, 32, 1, 8000, [0, 0, 0, 0x80, 0, 0, 0, 0x40]))).toEqual([-1, 0.5])
    // ITU-T G.711: the loudest codes of each sign, and silence.
    expect(samples(file(7, 8, 1, 8000, [0x00, 0x80, 0xff]))).toEqual([expect.closeTo(-0.98, 2), expect.closeTo(0.98, 2), 0])
    expect(samples(file(6, 8, 1, 8000, [0x2a, 0xaa, 0xd5]))).toEqual([
      expect.closeTo(-0.98, 2),
      expect.closeTo(0.98, 2),
      expect.closeTo(0, 2),
    ])
  })

  it('mixes channels into one, and takes what is there of a file that was cut off', () => {
    expect(samples(file(1, 16, 2, 8000, [0, 0x40, 0, 0xc0]))).toEqual([0])
    const cut = file(1, 16, 1, 8000, [0, 0x40, 0, 0x40])
    new DataView(cut.buffer).setUint32(40, 0xffff_ffff, true)
    expect(samples(cut)).toEqual([0.5, 0.5])
  })

  it('gives back what it wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 50 }), (values) => {
        const back = samples(writeWav({ rate: 8000, values: Float32Array.from(values) }))
        expect(back).toHaveLength(values.length)
        back.forEach((value, index) => {
          expect(Math.abs(value - (values[index] ?? 0))).toBeLessThan(0.0002)
        })
      }),
    )
  })

  it('never throws, whatever the bytes', () => {
    const header = [...file(1, 16, 1, 8000, [0, 0, 0, 0])]
    const broken = fc
      .tuple(fc.nat(header.length - 1), fc.uint8Array({ maxLength: 12 }))
      .map(([at, junk]) => Uint8Array.from([...header.slice(0, at), ...junk, ...header.slice(at + junk.length)]))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), broken), (bytes) => {
        const read = readWav(bytes)
        if (!read.ok) expect(read.error.code).toBe('SOUND_UNREADABLE')
      }),
    )
  })
})

describe('resampling', () => {
  const sine = (hertz: number, rate: number, seconds = 0.5) => ({
    rate,
    values: Float32Array.from({ length: rate * seconds }, (_, i) => 0.8 * Math.sin((2 * Math.PI * hertz * i) / rate)),
  })
  // Without the ends, where the filter reaches beyond the sound.
  const loudness = (values: Float32Array) =>
    Math.sqrt(values.slice(200, -200).reduce((sum, value) => sum + value * value, 0) / (values.length - 400))

  it.each([44_100, 48_000, 22_050, 16_000, 8000])('keeps a voice’s tone from %i Hz and its length', async (rate) => {
    const { values } = await resample(sine(440, rate), 8000)
    const wanted = sine(440, 8000).values
    expect(Math.abs(values.length - wanted.length)).toBeLessThanOrEqual(1)
    for (let index = 200; index < 3000; index += 1) expect(Math.abs((values[index] ?? 0) - (wanted[index] ?? 0))).toBeLessThan(0.01)
  })

  it('drops what the lower rate cannot carry instead of folding it back', async () => {
    const { values } = await resample(sine(6000, 44_100), 8000)
    expect(loudness(values)).toBeLessThan(0.001)
  })

  it('raises the rate too', async () => {
    const { values } = await resample(sine(440, 8000), 16_000)
    expect(values).toHaveLength(8000)
    expect(loudness(values)).toBeCloseTo(0.8 / Math.SQRT2, 2)
  })
})
