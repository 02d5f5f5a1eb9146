import type { Outputs } from '@/app/features/shared/trpc'

export type Health = Outputs['system']['health']

/** What is known of the installation, and how often in a row the engine did not answer. */
export interface Heard {
  /** Undefined where the server itself cannot be reached. */
  readonly health: Health | undefined
  /** False until there is something to say. */
  readonly known: boolean
  readonly misses: number
}

export const nothingHeard: Heard = { health: undefined, known: false, misses: 0 }

/** Takes an answer in. One answer that the engine owes may be mere slowness: it is down when the second is missing too. */
export function heard(before: Heard, health: Health | undefined): Heard {
  const misses = health?.engine === 'down' ? before.misses + 1 : 0
  return misses === 1 ? { ...before, misses } : { health, known: true, misses }
}
