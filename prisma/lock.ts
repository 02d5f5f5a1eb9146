/** One at a time, in the order of asking. */
export interface Lock {
  /** Resolves once it is our turn; the returned function ends it (a second call does nothing). */
  acquire(): Promise<() => void>
  run<T>(work: () => Promise<T>): Promise<T>
}

/** `const lock = createLock(); await lock.run(async () => …)`. */
export function createLock(): Lock {
  let last: Promise<void> = Promise.resolve()
  const acquire = async () => {
    const before = last
    let release = () => {}
    last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return release
  }
  return {
    acquire,
    async run(work) {
      const release = await acquire()
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}
