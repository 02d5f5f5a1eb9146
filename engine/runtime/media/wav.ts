import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'

const HEADER = 44
/** 8 kHz, 16 bits, mono: what Asterisk's `wav` is. */
const BYTES_A_MS = 16

/**
 * Writes the lengths into the header of a recording whose writer did not get to it (Asterisk was killed): without them
 * players find nothing in it. Anything else is left alone, and so is one that cannot be written.
 */
export function mendWav(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= HEADER) return
  try {
    mend(file, size)
  } catch {
    // It stays as it is: most of what there is of it.
  }
}

function mend(file: string, size: number): void {
  const fd = openSync(file, 'r+')
  try {
    const header = Buffer.alloc(HEADER)
    readSync(fd, header, 0, HEADER, 0)
    const ours = header.toString('latin1', 0, 4) === 'RIFF' && header.toString('latin1', 36, 40) === 'data'
    if (!ours || header.readUInt32LE(40) !== 0) return
    header.writeUInt32LE(size - 8, 4)
    header.writeUInt32LE(size - HEADER, 40)
    writeSync(fd, header, 0, HEADER, 0)
  } finally {
    closeSync(fd)
  }
}

/** How long a recording is, by its file's size; 0 when it cannot be read. */
export function wavDurationMs(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return Math.round(Math.max(0, size - HEADER) / BYTES_A_MS)
}
