import type { EngineLog } from '@/engine/logging'

/** What nobody foresaw ends the engine, with a line that says what it was; the supervisor starts it again and calls go on. */
export function endOnSurprise({ log, flush }: EngineLog): void {
  const end = (error: unknown, origin: string) => {
    log.fatal({ err: error, origin }, 'the engine ends on an unexpected error')
    flush()
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', (reason) => end(reason, 'unhandledRejection'))
}
