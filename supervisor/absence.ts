/** So long the engine may be away or unsteady before its calls are given up, ms; as the dialplan's clock for new calls. */
export const PICKUP_MS = 15_000
/** It is back once it has stayed for so long. */
const STEADY_MS = 10_000
/** One that comes and goes may be on its way back right now. */
const AWAY_MS = 5000
/** When we were not run ourselves (a sleeping machine), time has not counted. */
const LONGEST_GAP_MS = 3000

/** Tells an engine that is gone for good, or keeps ending, from one that restarts. */
export class Absence {
  #unsteady = 0
  #away = 0
  #there = 0

  /** To be told every second or so; true while nobody can be expected to look after calls. */
  note(there: boolean, sinceLastMs: number): boolean {
    const ms = Math.min(sinceLastMs, LONGEST_GAP_MS)
    this.#there = there ? this.#there + ms : 0
    this.#away = there ? 0 : this.#away + ms
    this.#unsteady = this.#there >= STEADY_MS ? 0 : this.#unsteady + ms
    return this.#unsteady >= PICKUP_MS && this.#away >= AWAY_MS
  }
}
