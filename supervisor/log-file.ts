import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs'

const LIMIT = 20 * 1024 * 1024

export interface LogFile {
  write(chunk: Uint8Array): void
  close(): void
}

/**
 * Appends to a log that is put aside once it is large. What a full disk does not take is left out: the program must go
 * on, and it stands still once nobody reads what it says.
 */
export function openLog(file: string): LogFile {
  const fd = quietly(() => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size > LIMIT) renameSync(file, `${file}.1`)
    return openSync(file, 'a', 0o600)
  })
  if (fd === undefined) return { write: () => {}, close: () => {} }
  return {
    write: (chunk) => void quietly(() => writeSync(fd, chunk)),
    close: () => closeSync(fd),
  }
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    // There is nowhere to say so.
    return undefined
  }
}
