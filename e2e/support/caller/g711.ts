/** Silence in µ-law. */
export const ULAW_SILENCE = 0xff

/** µ-law byte → 16 bit sample (ITU-T G.711). */
const samples = Int16Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff
  const magnitude = (((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)
  return bits & 0x80 ? 0x84 - magnitude : magnitude - 0x84
})

export function decodeUlaw(payload: Uint8Array): Int16Array {
  return Int16Array.from(payload, (code) => samples[code] ?? 0)
}

/** Mean absolute sample of a packet, 0 to 32768: 0 is digital silence, speech is some hundreds to thousands. */
export function loudness(payload: Uint8Array): number {
  let sum = 0
  for (const code of payload) sum += Math.abs(samples[code] ?? 0)
  return payload.length === 0 ? 0 : sum / payload.length
}
