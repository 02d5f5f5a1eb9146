/** Time as the engine sees it; virtual in tests and in the simulator. Milliseconds since the Unix epoch. */
export interface Clock {
  now(): number
  /** Runs `wake` once at or after `due`; the returned function cancels. Delays over 24.8 days are handled. */
  at(due: number, wake: () => void): () => void
}
