import type { Samples } from './wav'

/** Zero crossings of the filter on each side: enough to keep aliases below what a telephone passes. */
const WIDTH = 24

/** Brings a sound to another rate (windowed sinc; what the lower rate cannot carry is filtered out first). */
export function resample({ rate, values }: Samples, to: number): Samples {
  if (rate === to) return { rate, values }
  const length = Math.max(1, Math.round((values.length * to) / rate))
  const out = new Float32Array(length)
  const cutoff = Math.min(1, to / rate)
  const reach = WIDTH / cutoff
  for (let index = 0; index < length; index += 1) {
    const centre = (index * rate) / to
    let sum = 0
    for (let at = Math.max(0, Math.ceil(centre - reach)); at <= Math.min(values.length - 1, Math.floor(centre + reach)); at += 1) {
      sum += (values[at] ?? 0) * kernel((at - centre) * cutoff)
    }
    out[index] = sum * cutoff
  }
  return { rate: to, values: out }
}

/** Sinc under a Hann window. */
function kernel(x: number): number {
  if (x === 0) return 1
  const angle = Math.PI * x
  return (Math.sin(angle) / angle) * (0.5 + 0.5 * Math.cos(angle / WIDTH))
}
