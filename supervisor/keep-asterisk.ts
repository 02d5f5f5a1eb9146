import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningAsterisk } from '@/engine/asterisk'
import { fail, type Result } from '@/engine/errors'
import { Restarts } from './restarts'

export interface KeptAsterisk {
  /** How the first start went; one that failed is not tried again. */
  readonly first: Promise<Result<RunningAsterisk>>
  /** Ends it for good; resolves when it has ended. */
  stop(): Promise<void>
}

interface KeepOptions {
  start(): Promise<Result<RunningAsterisk>>
  onPid(pid: number | undefined): void
  /** Told when it ended by itself, or could not be started again. */
  onCrash(how: string): void
  readonly restarts?: Pick<Restarts, 'pauseAfter'>
}

/** Keeps Asterisk running: started again when it ends by itself, and again when that fails (its port may be taken for a while, the disk full). */
export function keepAsterisk({ start, onPid, onCrash, restarts = new Restarts() }: KeepOptions): KeptAsterisk {
  const ending = new AbortController()
  let running: RunningAsterisk | undefined

  const begin = async (): Promise<Result<RunningAsterisk>> => {
    const started = await start().catch((error: unknown) => fail('ASTERISK_EXITED', `Asterisk could not be started: ${error}`))
    if (!started.ok) return started
    running = started.value
    onPid(running.pid)
    // It was told to end while it started.
    if (ending.signal.aborted) void running.stop()
    return started
  }

  const end = async (started: Result<RunningAsterisk>): Promise<string> => {
    if (!started.ok) return started.error.message
    const { signal, code } = await started.value.exited
    running = undefined
    onPid(undefined)
    return signal ?? `exit code ${code}`
  }

  const keep = async (first: Result<RunningAsterisk>): Promise<void> => {
    for (let life = first; ; life = await begin()) {
      const begun = Date.now()
      const how = await end(life)
      if (ending.signal.aborted) return
      onCrash(how)
      await sleep(restarts.pauseAfter(Date.now() - begun), undefined, { signal: ending.signal }).catch(() => {})
      if (ending.signal.aborted) return
    }
  }

  const first = begin()
  const over = first.then((started) => (started.ok ? keep(started) : undefined))
  return {
    first,
    stop: async () => {
      ending.abort()
      await running?.stop()
      await over
    },
  }
}
