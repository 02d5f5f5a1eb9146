import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** How often the log is worked off, in ms; a log of half a minute of busy calls is a few megabytes. */
const EVERY_MS = 5000

// The worker's whole program, as text: a bundle has no second file to start it from.
const PROGRAM = `
const { workerData } = require('node:worker_threads')
const Database = require(workerData.driver)
const db = new Database(workerData.file, { timeout: 1000 })
setInterval(() => {
  // Busy or full: the next time will do, and the writer is told of it by itself.
  try { db.pragma('wal_checkpoint(PASSIVE)') } catch {}
}, workerData.everyMs)
`

/**
 * Moves SQLite's write-ahead log into the database from a thread of its own: a checkpoint waits for the disk (20 ms and
 * more, measured), which would be heard in every call. Ends with the returned function.
 */
export function startCheckpoints(file: string, everyMs = EVERY_MS): () => Promise<void> {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  const worker = new Worker(PROGRAM, { eval: true, workerData: { file, driver, everyMs } })
  worker.unref()
  // Without it SQLite's own checkpoints do the work, see below.
  worker.on('error', () => {})
  return async () => void (await worker.terminate())
}
