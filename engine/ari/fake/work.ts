/** What a channel does, one after another, as Asterisk does: a playback or a recording. */
export interface Work {
  readonly id: string
  start(ended: () => void): void
  /** Ends it, whether it runs or still waits. */
  stop(why: 'asked' | 'hang-up'): void
}

/** The line of works of one channel. */
export class WorkLine {
  #works: Work[] = []

  add(work: Work): void {
    this.#works.push(work)
    if (this.#works.length === 1) this.#startFirst()
  }

  has(id: string): boolean {
    return this.#works.some((work) => work.id === id)
  }

  stop(id: string): boolean {
    const index = this.#works.findIndex((work) => work.id === id)
    const work = this.#works[index]
    if (!work) return false
    // A running one tells that it ended, which takes it out of the line.
    work.stop('asked')
    if (index > 0) this.#works.splice(index, 1)
    return true
  }

  /** The caller has hung up: everything ends. */
  clear(): void {
    const works = this.#works
    this.#works = []
    for (const work of works) work.stop('hang-up')
  }

  #startFirst(): void {
    const work = this.#works[0]
    work?.start(() => {
      if (this.#works[0] !== work) return
      this.#works.shift()
      this.#startFirst()
    })
  }
}
