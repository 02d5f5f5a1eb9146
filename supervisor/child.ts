import { type ChildProcess, spawn } from 'node:child_process'
import { openLog } from './log-file'
import { Restarts } from './restarts'

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

/** Starts a Node program and keeps it running. */
export function keepRunning(options: ChildOptions): Child {
  let process_: ChildProcess | undefined
  let ending = false
  const restarts = new Restarts()
  let again: NodeJS.Timeout | undefined

  const start = () => {
    const log = openLog(options.logFile)
    const begun = Date.now()
    const child = spawn(process.execPath, [...options.args], { env: options.env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    process_ = child
    child.stdout.on('data', log.write)
    child.stderr.on('data', log.write)
    options.onPid(child.pid)
    // It could not be started (too many processes, no memory); its end is told all the same.
    child.once('error', (error) => log.write(Buffer.from(`${error}\n`)))
    child.once('close', (code, signal) => {
      log.close()
      process_ = undefined
      options.onPid(undefined)
      if (ending) return
      options.onCrash(signal ?? `exit code ${code}`)
      again = setTimeout(start, restarts.pauseAfter(Date.now() - begun))
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
