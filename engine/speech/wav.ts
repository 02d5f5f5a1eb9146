/** A WAV file around 16-bit mono samples (RIFF/WAVE, PCM). */
export function wav(samples: Uint8Array, rate: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(44 + samples.byteLength)
  const view = new DataView(file.buffer)
  const text = (offset: number, value: string) => file.set(new TextEncoder().encode(value), offset)
  text(0, 'RIFF')
  view.setUint32(4, 36 + samples.byteLength, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples.byteLength, true)
  file.set(samples, 44)
  return file
}
