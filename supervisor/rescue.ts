import { setTimeout as sleep } from 'node:timers/promises'
import { createEngineControl } from '@/app/server/engine/client'
import { createHandBack } from '@/engine/ari/hand-back'
import { contexts, readConnection } from '@/engine/asterisk'
import { controlSocket } from '@/engine/control/socket'
import type { Result } from '@/engine/errors'
import { Absence, PICKUP_MS } from './absence'

const EVERY_MS = 1000

interface RescueParts {
  /** Whether the engine is there and connected with Asterisk. */
  isThere(): Promise<boolean>
  /** Gives calls that nobody looks after back to the dialplan; answers how many. */
  handBack(): Promise<Result<number>>
  /** Told of calls that were given back. */
  onHandedBack(calls: number): void
  readonly everyMs?: number
  readonly absence?: Pick<Absence, 'note'>
}

export interface Rescue {
  stop(): Promise<void>
}

/** Watches over the engine: while it stays away, calls are given back to the dialplan, so that nobody waits in silence. */
export function rescueCalls({ isThere, handBack, onHandedBack, everyMs = EVERY_MS, absence = new Absence() }: RescueParts): Rescue {
  const ending = new AbortController()

  const watch = async (): Promise<void> => {
    for (let last = performance.now(); ; ) {
      await sleep(everyMs, undefined, { signal: ending.signal }).catch(() => {})
      if (ending.signal.aborted) return
      const there = await isThere()
      const now = performance.now()
      const given = absence.note(there, now - last) && !ending.signal.aborted ? await handBack() : undefined
      last = now
      if (given?.ok && given.value > 0) onHandedBack(given.value)
    }
  }
  const over = watch()
  return {
    stop: () => {
      ending.abort()
      return over
    },
  }
}

/** For the engine and Asterisk of a data folder; nothing where there is no Asterisk. */
export function rescueCallsOf(dataDir: string, onHandedBack: (calls: number) => void): Rescue {
  const connection = readConnection(dataDir)
  if (connection.mode === 'none') return { stop: async () => {} }
  const engine = createEngineControl(controlSocket(dataDir))
  const calls = createHandBack(connection, { fallback: contexts.fallback, pickupMs: PICKUP_MS })
  return rescueCalls({
    isThere: async () => {
      const health = await engine.health()
      return health.ok && health.value.telephony.state === 'up'
    },
    handBack: () => calls.round(Date.now()),
    onHandedBack,
  })
}
