import { copyFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'

const LIMIT = 5_000_000
const EVERY_MS = 60_000

/**
 * Keeps `console` and `security` below 5 MB each, with one older copy beside it. Copied and cut, not renamed: Asterisk
 * holds both open for appending, and its own ways of rotating never delete anything. Returns how to stop.
 */
export function keepLogsSmall(dir: string, limit = LIMIT, everyMs = EVERY_MS): () => void {
  const look = () => void Promise.all(['console', 'security'].map((name) => cutLog(join(dir, name), limit)))
  const timer = setInterval(look, everyMs).unref()
  return () => clearInterval(timer)
}

/** Moves the log's text to `<file>.1` when it is larger than `limit` bytes. */
export async function cutLog(file: string, limit = LIMIT): Promise<void> {
  try {
    if ((await stat(file)).size <= limit) return
    await copyFile(file, `${file}.1`)
    await truncate(file)
  } catch (error) {
    // Not there yet, or gone with the data folder; anything else shows on the disk, and must not end calls.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
