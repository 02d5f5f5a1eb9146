import { statSync } from 'node:fs'

const HEADER = 44
/** 8 kHz, 16 bits, mono: what Asterisk's `wav` is. */
const BYTES_A_MS = 16

/** How long a recording is, by its file's size; 0 when it cannot be read. */
export function wavDurationMs(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return Math.round(Math.max(0, size - HEADER) / BYTES_A_MS)
}
