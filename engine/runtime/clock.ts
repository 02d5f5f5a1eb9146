import type { Clock } from '@/engine/ports'

/** Node's timers cannot wait longer (2^31 - 1 ms); a longer one fires at once. */
const LONGEST_MS = 2_147_483_647

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(due, wake) {
    let timer: NodeJS.Timeout
    const wait = () => {
      const left = due - Date.now()
      timer = left > LONGEST_MS ? setTimeout(wait, LONGEST_MS) : setTimeout(fire, Math.max(0, left))
    }
    // A timer may fire a millisecond early.
    const fire = () => (Date.now() < due ? wait() : wake())
    wait()
    return () => clearTimeout(timer)
  },
}
