import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

const FLUSH_MS = 500

/** A log as JSON lines on standard output, and how to write out what is still buffered before the process ends. */
export interface EngineLog {
  readonly log: Logger
  flush(): void
}

/** `const { log } = createLog('info')`. Digits, passwords, secrets and variables are never passed to it. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error'): EngineLog {
  // Asynchronous: a reader of our output that has stopped must not stop the calls. In portions: a write for each line is
  // a twelfth of what a call costs (measured).
  const out = pino.destination({ dest: 1, sync: false, minLength: 4096 })
  setInterval(() => out.flush(), FLUSH_MS).unref()
  // The reader may have gone for good (EPIPE).
  out.on('error', () => {})
  const log = pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    out,
  )
  return { log, flush: () => flushQuietly(out) }
}

function flushQuietly(out: ReturnType<typeof pino.destination>): void {
  try {
    out.flushSync()
  } catch {
    // Not opened yet, or nobody reads: there is nowhere to say so.
  }
}
