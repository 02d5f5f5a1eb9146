import { closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../log'
import type { JournalLog, LoggedTick } from './log'

const NAME = /^journal-(\d+)\.log$/
/** A file that never has a quiet moment is followed by a new one from this size on, in bytes. */
const LARGE = 4 * 1024 * 1024

interface OpenFile {
  readonly path: string
  readonly fd: number
  size: number
}

/**
 * The log as a file in `folder`, a line of JSON a tick. Appending is one system call, a tenth of what a commit of the
 * database costs; it survives the process, not a power cut (nor does a commit without `fsync`). Throws where the folder
 * cannot be written.
 */
export function openLogFile(folder: string, log: Log): JournalLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = readdirSync(folder)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  const pathOf = (serial: number) => join(folder, `journal-${serial}.log`)
  let older = before.map(pathOf)
  let serial = (before.at(-1) ?? 0) + 1
  const open = (): OpenFile => ({ path: pathOf(serial), fd: openSync(pathOf(serial), 'a', 0o600), size: 0 })
  let file = open()

  const rotate = () => {
    closeSync(file.fd)
    older = [...older, file.path]
    serial++
    file = open()
  }

  return {
    read: () => older.flatMap((path) => readTicks(path, log)),
    append(tick) {
      const line = Buffer.from(`${JSON.stringify(tick)}\n`)
      try {
        if (writeSync(file.fd, line) === line.length) {
          file.size += line.length
          return true
        }
        // Half a line would spoil the next one.
        ftruncateSync(file.fd, file.size)
      } catch (error) {
        log.error({ error: String(error) }, 'the journal file cannot be written')
      }
      return false
    },
    mark() {
      if (file.size >= LARGE) rotate()
      const marked = file
      const { size } = file
      const obsolete = older
      return () => {
        for (const path of obsolete) rmSync(path, { force: true })
        older = older.filter((path) => !obsolete.includes(path))
        // Nothing came while it was stored.
        if (marked === file && file.size === size && size > 0) {
          ftruncateSync(file.fd, 0)
          file.size = 0
        }
      }
    },
    close() {
      closeSync(file.fd)
      if (file.size === 0) rmSync(file.path, { force: true })
    },
  }
}

/** The whole lines of a file; the last one may be torn. */
function readTicks(path: string, log: Log): LoggedTick[] {
  const ticks: LoggedTick[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue
    try {
      ticks.push(JSON.parse(line) as LoggedTick) // as `append` wrote it
    } catch {
      log.warn({ path }, 'a line of the journal file is torn; what it held was not acted on')
      break
    }
  }
  return ticks
}
