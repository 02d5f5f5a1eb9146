import pino, { type Logger } from 'pino'

/** The web process's log: JSON lines on standard output, with whatever could be a secret left out. */
export function createLog(level: string = process.env.PATCHBAY_LOG ?? 'info'): Logger {
  return pino({
    name: 'web',
    level,
    redact: { paths: ['*.password', '*.token', '*.authorization', '*.cookie', 'err.meta', 'err.clientVersion'], remove: true },
  })
}
