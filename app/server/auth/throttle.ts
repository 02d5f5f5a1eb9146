/** How many failures are allowed, and for how long they count. */
export interface ThrottleRule {
  readonly failures: number
  readonly windowMs: number
}

/** Counts failed sign-ins by key (an account, an address). In memory: a restart forgives. */
export interface Throttle {
  /** Seconds until another attempt is allowed; 0 = now. */
  waitSeconds(key: string): number
  failed(key: string): void
  /** Takes the last failure back. */
  undo(key: string): void
  /** Forgives all failures. */
  forgive(key: string): void
}

/** Keys remembered at most, so that made-up accounts do not fill the memory. */
const MAX_KEYS = 50_000

export function createThrottle(rule: ThrottleRule, now: () => number = Date.now): Throttle {
  const failures = new Map<string, number[]>()
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => now() - at < rule.windowMs)
  return {
    waitSeconds(key) {
      const times = recent(key)
      const first = times.at(-rule.failures)
      return first === undefined ? 0 : Math.max(1, Math.ceil((first + rule.windowMs - now()) / 1000))
    },
    failed(key) {
      const times = [...recent(key), now()].slice(-rule.failures)
      // Re-inserted, so that the oldest key is the one least recently tried.
      failures.delete(key)
      failures.set(key, times)
      if (failures.size > MAX_KEYS) failures.delete(failures.keys().next().value ?? key)
    },
    undo(key) {
      const times = recent(key).slice(0, -1)
      if (times.length > 0) failures.set(key, times)
      else failures.delete(key)
    },
    forgive(key) {
      failures.delete(key)
    },
  }
}
