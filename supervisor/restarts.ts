/** A life shorter than this (ms) makes the next pause longer. */
const SHORT_LIFE = 10_000
const LONGEST_PAUSE = 10_000

/** Pauses before a program is started again: none after its first end, as calls are waiting, and longer ones while it keeps ending. */
export class Restarts {
  #quickEnds = 0

  /** The next pause (ms), after a life of that many ms; 0 for one that could not be started at all. */
  pauseAfter(lifeMs: number): number {
    this.#quickEnds = lifeMs < SHORT_LIFE ? this.#quickEnds + 1 : 0
    return this.#quickEnds <= 1 ? 0 : Math.min(LONGEST_PAUSE, 250 * 2 ** this.#quickEnds)
  }
}
