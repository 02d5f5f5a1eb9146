import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, renameSync, statSync, type WriteStream } from 'node:fs'

/** A program that is kept running: started again when it ends by itself, with growing pauses if it keeps ending. */
export interface Child {
  readonly pid: () => number | undefined
  /** Ends it for good; resolves when it has ended. */
  stop(): Promise<void>
}

export interface ChildOptions {
  readonly name: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly logFile: string
  /** Time for an orderly end before it is killed, ms. */
  readonly graceMs: number
  readonly onPid: (pid: number | undefined) => void
  /** Told when it ended by itself. */
  readonly onCrash: (how: string) => void
}

const LOG_LIMIT = 20 * 1024 * 1024
/** A life shorter than this (ms) makes the next pause longer. */
const SHORT_LIFE = 10_000
const LONGEST_PAUSE = 10_000

/** Appends to a log that is put aside once it is large. */
function openLog(file: string): WriteStream {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`)
  return createWriteStream(file, { flags: 'a', mode: 0o600 })
}

/** Starts a Node program and keeps it running. */
export function keepRunning(options: ChildOptions): Child {
  let process_: ChildProcess | undefined
  let ending = false
  let quickEnds = 0
  let again: NodeJS.Timeout | undefined

  const start = () => {
    const log = openLog(options.logFile)
    const begun = Date.now()
    const child = spawn(process.execPath, [...options.args], { env: options.env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    process_ = child
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    options.onPid(child.pid)
    child.once('close', (code, signal) => {
      log.end()
      process_ = undefined
      options.onPid(undefined)
      if (ending) return
      quickEnds = Date.now() - begun < SHORT_LIFE ? quickEnds + 1 : 0
      options.onCrash(signal ?? `exit code ${code}`)
      // The first restart is at once: calls are waiting.
      again = setTimeout(start, Math.min(LONGEST_PAUSE, quickEnds <= 1 ? 0 : 250 * 2 ** quickEnds))
    })
  }
  start()

  return {
    pid: () => process_?.pid,
    stop: () =>
      new Promise((resolve) => {
        ending = true
        clearTimeout(again)
        const child = process_
        if (!child) return resolve()
        const kill = setTimeout(() => child.kill('SIGKILL'), options.graceMs)
        child.once('close', () => {
          clearTimeout(kill)
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}
