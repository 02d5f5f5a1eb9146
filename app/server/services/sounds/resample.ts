import { setImmediate as breathe } from 'node:timers/promises'
import type { Samples } from './wav'

/** Zero crossings of the filter on each side: enough to keep aliases below what a telephone passes. */
const WIDTH = 24
/** Samples made before other work gets its turn. */
const SLICE = 100_000

/** Brings a sound to another rate (windowed sinc; what the lower rate cannot carry is filtered out first). */
export async function resample({ rate, values }: Samples, to: number): Promise<Samples> {
  if (rate === to) return { rate, values }
  const divisor = gcd(rate, to)
  const phases = to / divisor
  const step = rate / divisor
  const { taps, reach } = filters(phases, Math.min(1, to / rate))
  const out = new Float32Array(Math.max(1, Math.round((values.length * to) / rate)))
  for (let index = 0; index < out.length; index += 1) {
    // Output `index` lies at `index * step / phases` of the input: a whole part, and one of `phases` fractions.
    const position = index * step
    const whole = Math.floor(position / phases)
    const offset = (position % phases) * (2 * reach + 1)
    let sum = 0
    const first = Math.max(-reach, -whole)
    const last = Math.min(reach, values.length - 1 - whole)
    for (let tap = first; tap <= last; tap += 1) sum += (values[whole + tap] ?? 0) * (taps[offset + tap + reach] ?? 0)
    out[index] = sum
    if (index % SLICE === SLICE - 1) await breathe()
  }
  return { rate: to, values: out }
}

/** For each fraction the weights of the input samples from `-reach` to `reach` around. */
function filters(phases: number, cutoff: number): { readonly taps: Float32Array; readonly reach: number } {
  const reach = Math.ceil(WIDTH / cutoff)
  const taps = new Float32Array(phases * (2 * reach + 1))
  for (let phase = 0; phase < phases; phase += 1) {
    for (let tap = -reach; tap <= reach; tap += 1) {
      taps[phase * (2 * reach + 1) + tap + reach] = cutoff * kernel((tap - phase / phases) * cutoff)
    }
  }
  return { taps, reach }
}

/** Sinc under a Hann window. */
function kernel(x: number): number {
  if (x === 0) return 1
  if (Math.abs(x) >= WIDTH) return 0
  const angle = Math.PI * x
  return (Math.sin(angle) / angle) * (0.5 + 0.5 * Math.cos(angle / WIDTH))
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
